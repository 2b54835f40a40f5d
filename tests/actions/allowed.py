"""Which role may do what: the whole table, written by hand."""

from webcare_desk.domain.moderator import Role

MODERATOR, PV, SUPERVISOR = Role.MODERATOR, Role.PV_OFFICER, Role.SUPERVISOR
ADMINISTRATOR, PROGRAM = Role.ADMINISTRATOR, Role.SYSTEM
SENIOR, DATA_PROTECTION, AUDITOR = Role.SENIOR, Role.DATA_PROTECTION, Role.AUDITOR
_WEBCARE = {MODERATOR, SENIOR, SUPERVISOR}
_READERS = {*_WEBCARE, PV, DATA_PROTECTION, AUDITOR}
_SET_UP = {SUPERVISOR, ADMINISTRATOR, PROGRAM}
_SIGNERS = {*_WEBCARE, PV, ADMINISTRATOR, DATA_PROTECTION}
_APPROVERS = {PV, SUPERVISOR, ADMINISTRATOR, DATA_PROTECTION}

#: Who may do what; the whole table, so that a new right is a decision here too.
ALLOWED: dict[str, set[Role]] = {
    "make-desk": _SET_UP,
    "rotate-key": _SET_UP,
    "continue-after-fork": {SUPERVISOR, ADMINISTRATOR},
    "make-anchor": {PROGRAM},
    "record-anchor": {PROGRAM},
    "record-anchor-failure": {PROGRAM},
    "keep-answer-place": {PROGRAM},
    "keep-picture": {PROGRAM},
    "keep-anchor": {SUPERVISOR, ADMINISTRATOR, DATA_PROTECTION, AUDITOR},
    "put-protocol-in-force": _SET_UP,
    "record-settings": _SET_UP,
    "ingest": {PROGRAM},
    "take-up": {PROGRAM},
    "confirm-hint": {*_WEBCARE, PV},
    "set-learning": {SUPERVISOR},
    "refit-screening": {PROGRAM},
    "use-correction": {SUPERVISOR},
    "record-recheck": {PROGRAM},
    "record-coverage": {PROGRAM},
    "explain-gap": {SUPERVISOR},
    "open": _READERS,
    "claim": _WEBCARE,
    "release": _WEBCARE,
    "assign": {SENIOR, SUPERVISOR},
    "classify": {*_WEBCARE, PV},
    "note": {*_WEBCARE, PV},
    "close": _WEBCARE,
    "reopen": _WEBCARE,
    "queue-reply": _WEBCARE,
    "change-visibility": _WEBCARE,
    "delete-comment": {SENIOR, SUPERVISOR},
    "cancel-delivery": _WEBCARE,
    "send-now": _WEBCARE,
    "claim-delivery": {PROGRAM},
    "record-delivery": {PROGRAM},
    "record-verified": {PROGRAM},
    "mark-uncertain": {PROGRAM},
    "record-failure": {PROGRAM},
    "retry-delivery": _WEBCARE,
    "escalate": {*_WEBCARE, PV},
    "hand-over": {PROGRAM},
    "alarm-comment": {PROGRAM},
    "record-step": {*_WEBCARE, PV},
    "add-first-administrator": _SET_UP,
    "add-moderator": {ADMINISTRATOR},
    "set-roles": {ADMINISTRATOR},
    "set-password": set(Role),
    "log-in": set(Role),
    "record-failed-login": set(Role),
    "log-out": set(Role),
    "record-backup": _SET_UP,
    "record-signature": _SIGNERS,
    "lock-signing": set(Role),
    "ask": _SIGNERS,
    "approve": _APPROVERS,
    "decline": _APPROVERS,
    "withdraw": _SIGNERS,
    "erase": {DATA_PROTECTION},
    "record-scrub": {DATA_PROTECTION},
    "set-hold": {DATA_PROTECTION},
    "lift-hold": {DATA_PROTECTION},
    "export-log": {SUPERVISOR, ADMINISTRATOR, DATA_PROTECTION, AUDITOR},
    "open-review": {SUPERVISOR},
    "judge-entry": {SUPERVISOR},
    "conclude-review": {SUPERVISOR},
    "draw-checks": {SUPERVISOR},
    "check-decision": {SUPERVISOR},
    "open-deviation": {SUPERVISOR},
    "explain-deviation": {SUPERVISOR},
    "add-measure": {SUPERVISOR},
    "finish-measure": {SUPERVISOR},
    "check-effect": {SUPERVISOR},
    "close-deviation": {SUPERVISOR},
    "enrol-code": set(Role),
    "drop-code": set(Role),
    "see-alert": {SUPERVISOR, ADMINISTRATOR},
    "lock": set(Role),
    "unlock": set(Role),
    "end-session": {SUPERVISOR, ADMINISTRATOR},
    "read": set(Role),
    "set-entry-rules": {ADMINISTRATOR},
    "set-training-rules": {SUPERVISOR},
    "finish-test": set(Role),
    "certify": {SUPERVISOR},
    **{name: {SUPERVISOR, ADMINISTRATOR} for name in ("restore-backup", "confirm-restore")},
    "record-late": {*_WEBCARE, PV},
    **{
        name: {*_WEBCARE, PV}
        for name in ("add-version", "queue-version", "ask-poster", "end-inquiry", "judge-likeness")
    },
    **{name: {PV, SUPERVISOR} for name in ("close-case", "record-answer")},
    "record-acknowledgement": {PV, SUPERVISOR},
    **{name: {PV, SUPERVISOR} for name in ("record-reconciliation", "resolve-discrepancy")},
    **{name: {PV, SUPERVISOR} for name in ("sign-reconciliation", "record-pv-signature")},
    **{
        name: {PROGRAM}
        for name in ("receive-acknowledgement", "alarm-case", "alarm-inquiry", "take-up-old-case")
    },
}
