"""The list of comments: model, view, delegate, and the pane that holds them."""
