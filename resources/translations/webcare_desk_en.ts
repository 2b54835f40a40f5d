<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertsTab</name>
    <message numerus="yes">
        <source>%n try(s) with logins that nobody has</source>
        <translation>
            <numerusform>%n try with a login that nobody has</numerusform>
            <numerusform>%n tries with logins that nobody has</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong try(s) for {name}, also the right password with a wrong code</source>
        <translation>
            <numerusform>%n wrong try for {name}: the right password with a wrong code</numerusform>
            <numerusform>%n wrong tries for {name}, also the right password with a wrong code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong try(s) for {name}, also for a signature at an open window</source>
        <translation>
            <numerusform>%n wrong try for {name}, for a signature at an open window</numerusform>
            <numerusform>%n wrong tries for {name}, also for a signature at an open window</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong try(s) for {name}</source>
        <translation>
            <numerusform>%n wrong try for {name}</numerusform>
            <numerusform>%n wrong tries for {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalBoard</name>
    <message numerus="yes">
        <source>%n rows are erased; the log still holds.</source>
        <translation>
            <numerusform>%n row is erased; the log still holds.</numerusform>
            <numerusform>%n rows are erased; the log still holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more comments were left out.</source>
        <translation>
            <numerusform>%n more comments were left out.</numerusform>
            <numerusform>%n more comments were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message numerus="yes">
        <source>%n alert(s): wrong tries to enter or to sign. Look at this now.</source>
        <translation>
            <numerusform>%n alert: wrong tries to enter or to sign. Look at this now.</numerusform>
            <numerusform>%n alerts: wrong tries to enter or to sign. Look at this now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait(s) for a second person: you may decide.</source>
        <translation>
            <numerusform>%n request waits for a second person: you may decide.</numerusform>
            <numerusform>%n requests wait for a second person: you may decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The protocol has %n problem(s); what was approved last stays in force.</source>
        <translation>
            <numerusform>The protocol has %n problem; what was approved last stays in force.</numerusform>
            <numerusform>The protocol has %n problems; what was approved last stays in force.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It switches off %n rule(s) that send to PV.</source>
        <translation>
            <numerusform>It switches off %n rule that sends to PV.</numerusform>
            <numerusform>It switches off %n rules that send to PV.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message numerus="yes">
        <source>%n day(s) on which the office opens, after {time}:</source>
        <translation>
            <numerusform>%n day on which the office opens, after {time}:</numerusform>
            <numerusform>%n days on which the office opens, after {time}:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s) after {time}:</source>
        <translation>
            <numerusform>%n calendar day after {time}:</numerusform>
            <numerusform>%n calendar days after {time}:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditPane</name>
    <message numerus="yes">
        <source>%n problem(s): this draft cannot come into force.</source>
        <translation>
            <numerusform>%n problem: this draft cannot come into force.</numerusform>
            <numerusform>%n problems: this draft cannot come into force.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>%n comments go for good.</source>
        <translation>
            <numerusform>%n comment goes for good.</numerusform>
            <numerusform>%n comments go for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message numerus="yes">
        <source>and %n more; the packet can be sent all the same</source>
        <extracomment>The name of the field in which something can be mended.</extracomment>
        <translation>
            <numerusform>and %n more; the packet can be sent all the same</numerusform>
            <numerusform>and %n more; the packet can be sent all the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message numerus="yes">
        <source>⚠ %n hour(s) with a gap that nobody has explained</source>
        <translation>
            <numerusform>⚠ %n hour with a gap that nobody has explained</numerusform>
            <numerusform>⚠ %n hours with a gap that nobody has explained</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s)</source>
        <translation>
            <numerusform>%n new comment</numerusform>
            <numerusform>%n new comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait for PV.</source>
        <translation>
            <numerusform>%n report waits for PV.</numerusform>
            <numerusform>%n reports wait for PV.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LooseAnswers</name>
    <message numerus="yes">
        <source>⚠ %n answer(s) to ask PV about…</source>
        <translation>
            <numerusform>⚠ %n answer to ask PV about…</numerusform>
            <numerusform>⚠ %n answers to ask PV about…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Original</name>
    <message numerus="yes">
        <source>The thread goes along: %n other post(s)</source>
        <translation>
            <numerusform>The thread goes along: %n other post</numerusform>
            <numerusform>The thread goes along: %n other posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconcileBoard</name>
    <message numerus="yes">
        <source>%n more, the newest, are not shown.</source>
        <translation>
            <numerusform>%n more, the newest, is not shown.</numerusform>
            <numerusform>%n more, the newest, are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of PV</source>
        <translation>
            <numerusform>%n line of PV</numerusform>
            <numerusform>%n lines of PV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of ours</source>
        <translation>
            <numerusform>%n case of ours</numerusform>
            <numerusform>%n cases of ours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read; see below.</source>
        <translation>
            <numerusform>%n line could not be read; see below.</numerusform>
            <numerusform>%n lines could not be read; see below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWindow</name>
    <message numerus="yes">
        <source>%n case(s) are in {file}.</source>
        <translation>
            <numerusform>%n case is in {file}.</numerusform>
            <numerusform>%n cases are in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyTab</name>
    <message numerus="yes">
        <source>✓ %n check(s) in order</source>
        <translation>
            <numerusform>✓ %n check in order</numerusform>
            <numerusform>✓ %n checks in order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later entry(s) would be lost.</source>
        <translation>
            <numerusform>%n later entry would be lost.</numerusform>
            <numerusform>%n later entries would be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingTab</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>Log: %n entry(s)</source>
        <translation>
            <numerusform>Log: %n entry</numerusform>
            <numerusform>Log: %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message numerus="yes">
        <source>%n more comment(s) of this thread are not shown here</source>
        <translation>
            <numerusform>%n more comment of this thread is not shown here</numerusform>
            <numerusform>%n more comments of this thread are not shown here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n other comment(s) of the thread</source>
        <translation>
            <numerusform>Show %n other comment of the thread</numerusform>
            <numerusform>Show %n other comments of the thread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier comment(s)</source>
        <translation>
            <numerusform>Show %n earlier comment</numerusform>
            <numerusform>Show %n earlier comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more answer(s)</source>
        <translation>
            <numerusform>Show %n more answer</numerusform>
            <numerusform>Show %n more answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialBar</name>
    <message numerus="yes">
        <source>%n comment(s) of {site} can be read</source>
        <translation>
            <numerusform>%n comment of {site} can be read</numerusform>
            <numerusform>%n comments of {site} can be read</numerusform>
        </translation>
    </message>
</context>
</TS>
