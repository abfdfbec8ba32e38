module.exports = {
  client: 'pg',
  connection: {
    host: process.env.PGHOST,
    port: process.env.PGPORT,
    user: process.env.PGUSER,
    database: process.env.PGDATABASE,
  },
  migrations: { directory: __dirname, loadExtensions: ['.cjs'] },
};
