"""`python -m webcare_desk.ui.original`: originals as lines of JSON in, a line of base64 out for each.

An empty line stands for an original that could not be drawn.
"""

import base64
import os
import sys


def main() -> None:
    """Draw until the input ends."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # after the platform is chosen

    from webcare_desk.ui.original.sheet import draw

    application = QGuiApplication([])
    for line in sys.stdin.buffer:
        try:
            picture = base64.b64encode(draw(line))
        except (ValueError, KeyError, TypeError):
            picture = b""
        sys.stdout.buffer.write(picture + b"\n")
        sys.stdout.buffer.flush()
    application.quit()


if __name__ == "__main__":
    main()
