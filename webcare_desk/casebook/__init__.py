"""A safety case after it was escalated: its versions, and what PV answers.

What the window and the commands may call, from a worker:

* `reading.batch_of(read, case)`, `reading.frozen(read, case)`: the report, and the packet's case;
* `versions.follow_up`, `amend`, `correct`, `nullify`: the next version, sent or kept back;
* `plans.plan_of(read, folder, protocol, escalation)`: the plan by which it goes;
* `answers.take(desk, data, by)`: the acknowledgements in a file or a mail;
* `desk.read.case_standings()`, `case_standing`, `case_versions`, `case_answers`: the register;
* `desk.perform` with `actions.cases.QueueVersion`, `CloseCase`, and `RecordAnswer`, for which
  `signing_off.sign` puts a signature under `case_version.record_of(said, reason)` first.

A case has the number of its escalation.
"""
