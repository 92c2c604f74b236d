/// A file of Swift source, as it is handed to the compiler.
public struct SourceFile: Sendable, Hashable {
    public enum Role: Sendable, Hashable {
        /// A single file is a script unless it says `@main`; among several, the one called `main.swift` is.
        case automatic
        /// Its top-level code is the program.
        case script
        /// Declarations only.
        case library
    }

    /// As a person calls it, and as it is called in diagnostics: "demo.swift", "/home/ada/my try.swift".
    public let name: String
    public let text: String
    public let role: Role

    public init(name: String, text: String, role: Role = .automatic) {
        self.name = name
        self.text = text
        self.role = role
    }

    /// Whether a line begins with `@main`, comments aside. As in SwiftPM, which asks the same question.
    var saysMain: Bool {
        var depth = 0
        for line in text.split(whereSeparator: \.isNewline) {
            var rest = line.drop(while: \.isWhitespace)
            if depth == 0, rest.hasPrefix("@main"), rest.dropFirst(5).first.map({ $0.isWhitespace }) ?? true {
                return true
            }
            while let marker = rest.firstIndex(where: { $0 == "/" || $0 == "*" }) {
                rest = rest[marker...]
                if depth == 0, rest.hasPrefix("//") { break }
                if rest.hasPrefix("/*") {
                    depth += 1
                    rest = rest.dropFirst(2)
                } else if depth > 0, rest.hasPrefix("*/") {
                    depth -= 1
                    rest = rest.dropFirst(2)
                } else {
                    rest = rest.dropFirst()
                }
            }
        }
        return false
    }

    /// Whether a line imports the kit, as a whole or a part of it.
    var importsKit: Bool {
        text.split(whereSeparator: \.isNewline).contains { line in
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            guard let at = words.firstIndex(of: "import") else { return false }
            return words[at...].dropFirst().prefix(2).contains("ConcurrencyKit")
        }
    }
}
