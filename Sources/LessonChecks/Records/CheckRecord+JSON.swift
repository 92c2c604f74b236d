import ConcurrencyKit

/// The same as `encode(to:)` writes, without an encoder: programs of checks do without Foundation, which costs them a
/// tenth of a second.
extension CheckRecord {
    /// One line, without the newline.
    var json: String {
        switch self {
        case .plan(let plan):
            JSONText.object([
                ("record", JSONText.quoted("plan")), ("format", JSONText.quoted(plan.format)),
                ("checks", JSONText.array(plan.checks.map(\.json))),
            ])
        case .started(let started):
            JSONText.object([
                ("record", JSONText.quoted("started")), ("check", JSONText.quoted(started.check)),
                ("schedule", JSONText.quoted(started.schedule.description)),
                ("cancelAt", started.cancelAt.map(String.init)),
            ])
        case .finished(let finished): finished.json
        case .end(let end):
            JSONText.object([
                ("record", JSONText.quoted("end")), ("passed", String(end.passed)), ("failed", String(end.failed)),
                ("skipped", String(end.skipped)), ("couldNotTell", String(end.couldNotTell)),
            ])
        }
    }
}

extension CheckRecord.Plan.Check {
    fileprivate var json: String {
        JSONText.object([
            ("id", JSONText.quoted(id)), ("title", JSONText.quoted(title)),
            ("after", JSONText.array(after.map(JSONText.quoted))),
        ])
    }
}

extension CheckRecord.Finished {
    fileprivate var json: String {
        JSONText.object([
            ("record", JSONText.quoted("finished")), ("check", JSONText.quoted(check)),
            ("outcome", JSONText.quoted(outcome.rawValue)), ("reason", reason.map(JSONText.quoted)),
            ("runs", String(runs)), ("failedRuns", String(failedRuns)), ("isExhaustive", String(isExhaustive)),
            ("usesThreads", usesThreads.map(String.init)),
            ("failures", JSONText.array(failures.map(\.json))),
            ("schedule", schedule.map { JSONText.quoted($0.description) }), ("cancelAt", cancelAt.map(String.init)),
            ("failingTrace", failingTrace.map { JSONText.array($0.map(\.jsonLine)) }),
            ("passingSchedule", passingSchedule.map { JSONText.quoted($0.description) }),
            ("passingTrace", passingTrace.map { JSONText.array($0.map(\.jsonLine)) }),
        ])
    }
}

extension CheckFailure {
    fileprivate var json: String {
        JSONText.object([
            ("kind", JSONText.quoted(kind.rawValue)), ("message", JSONText.quoted(message)),
            ("misconception", misconception.map(JSONText.quoted)),
            (
                "location",
                location.map {
                    JSONText.object([
                        ("file", JSONText.quoted($0.file)), ("line", String($0.line)),
                        ("function", $0.function.map(JSONText.quoted)),
                    ])
                }
            ),
        ])
    }
}

extension JSONText {
    /// Leaves out what is nil.
    fileprivate static func object(_ fields: [(String, String?)]) -> String {
        let parts = fields.compactMap { key, value in value.map { "\(quoted(key)):\($0)" } }
        return "{\(parts.joined(separator: ","))}"
    }

    fileprivate static func array(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }
}
