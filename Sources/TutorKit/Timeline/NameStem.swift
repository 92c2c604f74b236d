/// What the names of tasks that do the same have in common: "fetch-*" of "fetch-7" and "fetch-A", "Task-*" of "Task-12".
enum NameStem {
    static func of(_ row: TimelineOutline.Row) -> String {
        switch row.subject {
        case .task(let lane): of(lane.shownName)
        case .scope(let end): "\(end.scope.kind.rawValue)*"
        }
    }

    static func of(_ name: String) -> String {
        let digits = name.reversed().prefix(while: \.isNumber).count
        if digits > 0 { return "\(name.dropLast(digits))*" }
        // A single letter after a sign that parts words.
        guard let letter = name.last, letter.isLetter, let sign = name.dropLast().last, "-_ #:/.".contains(sign) else {
            return name
        }
        return "\(name.dropLast())*"
    }
}
