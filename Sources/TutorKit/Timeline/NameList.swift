/// "a", "a and b", "a, b and c", "a, b, c and 17 more"
enum NameList {
    static func words(_ names: [String], most: Int = 5) -> String {
        let shown = names.count > most ? names.prefix(most - 1) : names[...]
        let rest = names.count - shown.count
        let words = shown + (rest > 0 ? ["\(rest) more"] : [])
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }
}
