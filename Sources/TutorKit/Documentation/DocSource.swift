/// Reads the public declarations, and the comments before them, out of Swift sources that are formatted as the kit's are.
enum DocSource {
    static func symbols(in source: String) -> [DocSymbol] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        var symbols: [DocSymbol] = []
        var comment: [Substring] = []
        /// The types that the line is in, with the indentation of each.
        var containers: [(indentation: Int, name: String, kind: String, isPublic: Bool)] = []
        var isHidden = false
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let text = line.drop { $0 == " " }
            let indentation = line.count - text.count
            index += 1
            if text.isEmpty {
                comment = []
                continue
            }
            containers.removeAll { $0.indentation >= indentation && text != "}" }
            if text.hasPrefix("///") {
                let body = text.dropFirst(3)
                comment.append(body.hasPrefix(" ") ? body.dropFirst() : body)
                continue
            }
            if text.hasPrefix("@") {
                // An attribute, perhaps of several lines.
                var attribute = String(text)
                while open(attribute) > 0, index < lines.count {
                    attribute += lines[index].drop { $0 == " " }
                    index += 1
                }
                isHidden = isHidden || attribute.contains("unavailable")
                continue
            }
            defer {
                comment = []
                isHidden = false
            }
            let words = text.split { " (<:{".contains($0) }.map(String.init)
            guard let (kind, name) = declared(words) else { continue }
            var declaration = String(text)
            while !isWhole(declaration), index < lines.count {
                let next = lines[index].drop { $0 == " " }
                declaration += (declaration.hasSuffix("(") || next.hasPrefix(")") ? "" : " ") + next
                index += 1
            }
            let isSaidPublic = words.contains("public") || words.contains("open")
            let container = containers.last
            let path = containers.map(\.name) + [name]
            let isMember = container.map { $0.isPublic && indentation == $0.indentation + 4 } ?? false
            // In a switch there are cases, too.
            if kind == "case", !isMember || container?.kind != "enum" { continue }
            let isPublic = isSaidPublic || isMember && (kind == "case" || container?.kind == "protocol")
            if ["struct", "class", "enum", "protocol", "extension", "actor"].contains(kind), declaration.contains("{") {
                containers.append((indentation, name, kind, isSaidPublic || kind == "extension"))
                if kind == "extension" { continue }
            }
            guard isPublic, !isHidden else { continue }
            symbols.append(
                DocSymbol(
                    path: path.joined(separator: "."),
                    declaration: withoutBody(declaration),
                    comment: comment.joined(separator: "\n")
                )
            )
        }
        return symbols
    }

    private static let kinds: Set = [
        "func", "var", "let", "struct", "class", "enum", "protocol", "extension", "actor", "typealias", "case",
    ]
    private static let modifiers: Set = [
        "public", "open", "static", "final", "nonisolated", "mutating", "convenience", "override", "required",
        "consuming", "package", "private", "fileprivate", "internal", "indirect", "weak", "@Loop",
    ]

    private static func declared(_ words: [String]) -> (kind: String, name: String)? {
        let rest = words.drop { modifiers.contains($0) || $0.hasPrefix("@") || $0 == "set)" || $0 == "unsafe)" }
        guard let kind = rest.first else { return nil }
        if kind == "init" || kind == "init?" || kind == "subscript" { return (kind, kind.filter { $0 != "?" }) }
        guard kinds.contains(kind), let name = rest.dropFirst().first else { return nil }
        let plain = name.filter { $0 != "`" && $0 != "," }
        return (kind, kind == "extension" ? plain.split(separator: ".").joined(separator: ".") : plain)
    }

    private static func open(_ text: String) -> Int { text.count { $0 == "(" } - text.count { $0 == ")" } }

    /// Its brackets are closed and what follows is its body, or nothing.
    private static func isWhole(_ text: String) -> Bool { open(text) <= 0 && !text.hasSuffix("->") }

    private static func withoutBody(_ text: String) -> String {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if text[index] == "{", depth == 0 { return String(text[..<index]).trimmingWhitespace }
            // A value that it begins with.
            if text[index...].hasPrefix(" = "), depth == 0, !text.contains("typealias") {
                return String(text[..<index]).trimmingWhitespace
            }
        }
        return text.trimmingWhitespace
    }
}
