"""The table of moves."""

from webcare_desk.store.table import Table

#: Where a comment stands since its platform was found to show it elsewhere: `parent` is the row
#: of what it answers there, if the desk has it, and `original` the last one frozen before.
MOVE = Table("move", ("comment", "thread", "parent", "original", "at"), ("link",))
