"""From a text to findings with exact spans; pure."""
