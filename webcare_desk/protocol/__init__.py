"""The executable protocol: YAML packs of rules, templates, SLAs and plans; pure."""
