"""What the overview calls the last backup, without a look inside."""

from tests.support.desks import HOUR
from webcare_desk.app import App
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.shelf import newest_on_shelf, shelf_of
from webcare_desk.domain.backup import name_of


def test_what_is_empty_or_gone_is_not_the_newest_backup(app: App) -> None:
    made, shelf = make_backup(app), shelf_of(app.folder)
    (shelf / name_of(made.made_at + HOUR)).touch()
    (shelf / name_of(made.made_at + 2 * HOUR)).symlink_to(shelf / "gone.db")
    assert newest_on_shelf(app.folder) == made.made_at
