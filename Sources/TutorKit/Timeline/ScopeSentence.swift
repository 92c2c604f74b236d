/// A timeout, a group or a shield in words.
///
///     Timeout of 250 ms in main: opened at 0 ms. Ran out at 250 ms. Closed at 400 ms.
struct ScopeSentence {
    private let end: ScopeEnd
    private let index: TimelineIndex
    private let time: TimelineTime

    init(_ end: ScopeEnd, _ index: TimelineIndex, _ time: TimelineTime) {
        self.end = end
        self.index = index
        self.time = time
    }

    var text: String {
        "\(subject) in \(index.name(end.scope.owner)): \(facts.joined(separator: " "))"
    }

    private var subject: String {
        switch end.scope.kind {
        case .timeout: end.scope.length.map { "Timeout of \(time.text($0))" } ?? "Timeout without a limit"
        case .shield: "Shield" + (members.isEmpty ? "" : " of \(NameList.words(members))")
        case .group: "Group" + (members.isEmpty ? "" : " of \(NameList.words(members))")
        case .gather: "Gather" + (members.isEmpty ? "" : " of \(NameList.words(members))")
        case .wait: "Wait" + (members.isEmpty ? "" : " for \(NameList.words(members))")
        }
    }

    private var members: [String] { end.scope.members.map(index.name) }

    private var facts: [String] {
        var facts = ["opened at \(time.text(end.scope.opened.time))."]
        if let expired = end.expired { facts.append("Ran out at \(time.text(expired.time)).") }
        guard let closed = end.scope.closed else { return facts + ["Still open."] }
        if end.scope.kind == .timeout, end.scope.deadline != nil, end.expired == nil {
            return facts + ["Left in time at \(time.text(closed.time))."]
        }
        if let letGo = end.letGo {
            return facts + ["Let go at \(time.text(closed.time)); \(letGo.shownName) went on."]
        }
        return facts + ["Closed at \(time.text(closed.time))."]
    }
}
