"""The queues beside the list: model, delegate and view."""
