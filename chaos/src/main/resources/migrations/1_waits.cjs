exports.up = knex => knex.raw('SELECT pg_catalog.pg_advisory_xact_lock_shared(4711)');
exports.down = () => {};
exports.config = { transaction: false };
