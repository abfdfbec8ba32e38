exports.up = knex => knex.raw('CREATE TABLE made_later (id int)');
exports.down = () => {};
