"""The interface to other systems: a row for each act, taken in through the register's own door and given out again."""
