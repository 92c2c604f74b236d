/// What must hold between the lessons of a course.
enum CourseRules {
    /// The entries, of which those that break a rule have its diagnostics added. Of two that clash, the later is at
    /// fault.
    static func applied(to entries: [Catalog.Entry]) -> [Catalog.Entry] {
        let (unique, needs) = (LintRule.Reading.uniqueIDs, LintRule.Reading.needs)
        var problems: [String: [Diagnostic]] = [:]
        func report(_ entry: Catalog.Entry, at position: SourcePosition? = nil, rule: String, _ message: String) {
            let start = SourcePosition(file: "\(entry.folder)/\(LessonParser.fileName)", line: 1)
            problems[entry.folder, default: []].append(Diagnostic(at: position ?? start, rule: rule, message))
        }

        var byNumber: [Int: Catalog.Entry] = [:]
        var byID: [String: Catalog.Entry] = [:]
        var questions: [String: SourcePosition] = [:]
        for entry in entries {
            if let other = byNumber.updateValue(byNumber[entry.number] ?? entry, forKey: entry.number) {
                report(entry, rule: unique, "lesson number \(entry.number) is also that of '\(other.folderName)'")
            }
            if let other = byID.updateValue(byID[entry.id] ?? entry, forKey: entry.id) {
                report(entry, rule: unique, "lesson id '\(entry.id)' is also that of '\(other.folderName)'")
            }
            for question in entry.value?.questions ?? [] {
                if let other = questions.updateValue(questions[question.id] ?? question.position, forKey: question.id) {
                    report(
                        entry,
                        at: question.position,
                        rule: unique,
                        "question id '\(question.id)' is already used at \(other.file):\(other.line)"
                    )
                }
            }
        }
        for entry in entries {
            for id in entry.value?.needs ?? [] where byID[id] == nil {
                report(
                    entry,
                    rule: needs,
                    "needs= names no lesson '\(id)'\(Suggestion.clause(for: id, among: entries.map(\.id)))"
                )
            }
        }
        for entry in entries {
            if let circle = circle(from: entry, byID) {
                report(entry, rule: needs, "needs= leads in a circle: \(circle.joined(separator: " needs "))")
            }
        }
        return entries.map { entry in
            var all = problems[entry.folder] ?? []
            if case .failure(let list) = entry.lesson { all += list.diagnostics }
            guard let list = DiagnosticList(all) else { return entry }
            return Catalog.Entry(number: entry.number, id: entry.id, folder: entry.folder, lesson: .failure(list))
        }
    }

    /// A way from the lesson back to itself.
    private static func circle(from entry: Catalog.Entry, _ byID: [String: Catalog.Entry]) -> [String]? {
        var cameFrom: [String: String] = [:]
        var open = [entry.id]
        while let id = open.popLast() {
            for next in byID[id]?.value?.needs ?? [] where cameFrom[next] == nil {
                cameFrom[next] = id
                if next == entry.id {
                    var path = [next]
                    var at = id
                    while at != entry.id {
                        path.append(at)
                        guard let previous = cameFrom[at] else { break }
                        at = previous
                    }
                    return [entry.id] + Array(path.dropFirst().reversed()) + [entry.id]
                }
                open.append(next)
            }
        }
        return nil
    }
}
