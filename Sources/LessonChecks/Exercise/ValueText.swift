/// Values as a learner would write them: `["A", nil]`, and not `[Optional("A"), nil]`.
enum ValueText {
    private static let mostElements = 100

    static func of(_ value: Any) -> String {
        if let text = value as? any StringProtocol { return String(reflecting: String(text)) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { of($0.value) } ?? "nil"
        case .collection: return "[\(elements(mirror).joined(separator: ", "))]"
        // Their own order is another in each run of a program.
        case .set: return "[\(elements(mirror).sorted().joined(separator: ", "))]"
        case .dictionary: return mirror.children.isEmpty ? "[:]" : "[\(pairs(mirror).sorted().joined(separator: ", "))]"
        case .tuple: return "(\(elements(mirror).joined(separator: ", ")))"
        default: return String(describing: value)
        }
    }

    private static func elements(_ mirror: Mirror) -> [String] {
        let shown = mirror.children.prefix(mostElements).map { of($0.value) }
        return mirror.children.count > mostElements ? shown + ["…"] : shown
    }

    private static func pairs(_ mirror: Mirror) -> [String] {
        mirror.children.prefix(mostElements).map { child in
            Mirror(reflecting: child.value).children.map { of($0.value) }.joined(separator: ": ")
        }
    }
}
