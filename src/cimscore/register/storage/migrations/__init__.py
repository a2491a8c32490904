"""Migrations of the tables of a register, as Alembic runs them."""
