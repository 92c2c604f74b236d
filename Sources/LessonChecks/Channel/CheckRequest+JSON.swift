/// The same as `init(from:)` reads, without a decoder.
extension CheckRequest {
    /// Nil if `json` is no request.
    init?(json: String) {
        guard let value = JSONValue(json), let nonce = value["nonce"]?.text else { return nil }
        var schedule: Schedule?
        if let text = value["schedule"]?.text {
            guard let known = Schedule(text) else { return nil }
            schedule = known
        }
        self.init(
            nonce: nonce,
            only: value["only"]?.array?.compactMap(\.text),
            schedule: schedule,
            cancelAt: value["cancelAt"]?.int,
            schedules: value["schedules"]?.int,
            budgetMilliseconds: value["budgetMilliseconds"]?.int,
            source: value["source"].flatMap(SourceFacts.init(json:))
        )
    }
}

extension SourceFacts {
    fileprivate init?(json: JSONValue) {
        guard let calls = json["calls"]?.array, let catches = json["catches"]?.array, let names = json["names"]?.array
        else { return nil }
        self.init(
            calls: calls.compactMap(Call.init(json:)),
            catches: catches.compactMap(Catch.init(json:)),
            names: names.compactMap(\.text)
        )
    }
}

extension SourceFacts.Call {
    fileprivate init?(json: JSONValue) {
        guard let name = json["name"]?.text, let line = json["line"]?.int, let isInLoop = json["isInLoop"]?.bool,
            let isAwaited = json["isAwaited"]?.bool
        else { return nil }
        self.init(
            name: name,
            line: line,
            function: json["function"]?.text,
            isInLoop: isInLoop,
            isAwaited: isAwaited
        )
    }
}

extension SourceFacts.Catch {
    fileprivate init?(json: JSONValue) {
        guard let line = json["line"]?.int, let catchesAll = json["catchesAll"]?.bool,
            let throwsAgain = json["throwsAgain"]?.bool
        else { return nil }
        self.init(
            line: line,
            function: json["function"]?.text,
            catchesAll: catchesAll,
            throwsAgain: throwsAgain
        )
    }
}
