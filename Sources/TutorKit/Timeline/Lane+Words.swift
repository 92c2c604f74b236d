import ConcurrencyKit

extension Timeline.Lane {
    /// The name on one line, safe to show, and not longer than a person reads.
    var shownName: String {
        name.isEmpty ? "(unnamed)" : Sanitizer.line(String(name.prefix(200)))
    }

    /// How it ended, in a few words on one line: "returned 1", "threw NetError", "cancelled +50", "unfinished".
    ///
    /// The number is the time from the request to the end, in milliseconds: cancellation is a request.
    func outcomeWords(_ time: TimelineTime) -> String {
        guard let end else { return "unfinished" }
        switch end.outcome {
        case .value(let value):
            return value.isEmpty ? "returned" : "returned \(Sanitizer.line(String(value.prefix(200))))"
        case .error(let type, _):
            return "threw \(Sanitizer.line(String(type.prefix(200))))"
        case .cancelled:
            guard let request = cancelRequests.first, request.moment.time < end.moment.time else { return "cancelled" }
            return "cancelled +\(time.milliseconds(end.moment.time - request.moment.time))"
        }
    }
}
