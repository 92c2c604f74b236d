extension Catalog {
    /// What a person's words for a lesson lead to.
    public enum Match: Sendable {
        case found(Entry)
        /// Several lessons begin so; their ids.
        case ambiguous([String])
        /// `suggestion` is the id of a lesson that was perhaps meant.
        case none(suggestion: String?)
    }

    /// `gather`, `7`, `07`, `07-gather`, or the beginning of one id; case does not count.
    public func lesson(matching text: String) -> Match {
        let name = Meaning.unwrapped(text).lowercased()
        guard !name.isEmpty else { return .none(suggestion: nil) }
        if let exact = entries.first(where: { $0.id == name || $0.folderName == name }) { return .found(exact) }
        if let number = Int(name) {
            return entries.first { $0.number == number }.map(Match.found) ?? .none(suggestion: nil)
        }
        let beginning = entries.filter { $0.id.hasPrefix(name) || $0.folderName.hasPrefix(name) }
        switch beginning.count {
        case 1: return .found(beginning[0])
        case 0: return .none(suggestion: Suggestion.nearest(to: name, among: entries.map(\.id)))
        default: return .ambiguous(beginning.map(\.id))
        }
    }
}

extension Catalog.Entry {
    /// `07-gather`.
    public var folderName: String { folder.split(separator: "/").last.map { $0.lowercased() } ?? "" }
}
