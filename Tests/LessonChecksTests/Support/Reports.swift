import ConcurrencyKit

@testable import LessonChecks

/// Runs checks in this process, on a clock that stands still, and returns what a person would read.
func report(_ checks: [Check], request: CheckRequest = CheckRequest()) -> String {
    var text = TextReport()
    var lines: [String] = []
    let clock = RealClock { 0 }
    CheckRunner(checks: checks, request: request, clock: clock) { lines += text.lines($0) }.run()
    return lines.joined(separator: "\n")
}

/// What is told of one check.
func finished(_ check: Check, request: CheckRequest = CheckRequest()) -> CheckRecord.Finished? {
    records([check], request: request).compactMap { if case .finished(let finished) = $0 { finished } else { nil } }
        .first
}

func records(
    _ checks: [Check],
    request: CheckRequest = CheckRequest(),
    clock: RealClock = RealClock { 0 }
) -> [CheckRecord] {
    var records: [CheckRecord] = []
    CheckRunner(checks: checks, request: request, clock: clock) { records.append($0) }.run()
    return records
}
