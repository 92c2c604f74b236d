import Foundation

/// A sequence diagram as Mermaid's grammar takes it apart, of which the exporter uses a small part.
struct MermaidLines {
    /// The shown names of the participants by their ids.
    private(set) var participants: [String: String] = [:]
    private(set) var creations = 0
    private(set) var requests = 0
    private(set) var notes = 0
    private(set) var turns = 0
    /// What Mermaid would refuse, or read as something else.
    private(set) var violations: [String] = []

    init(_ diagram: String) throws {
        let id = "((?:task|minus)[0-9]+)"
        // Neither `;`, which ends a statement, nor a `#` that begins a comment, nor a `%%`.
        let text = "((?:[^#;%<>{}&@$\\\\\"`\\n]|#[0-9]+;)+)"
        let participant = try Regex("    participant \(id) as \(text)", as: (Substring, Substring, Substring).self)
        let note = try Regex("    Note over \(id): \(text)", as: (Substring, Substring, Substring).self)
        let arrow = try Regex(
            "    \(id)(->>|-\\))\(id): \(text)",
            as: (Substring, Substring, Substring, Substring, Substring).self
        )
        let bar = try Regex("    (activate|deactivate) \(id)", as: (Substring, Substring, Substring).self)

        var lines = diagram.split(separator: "\n", omittingEmptySubsequences: false)[...]
        if lines.popFirst() != "sequenceDiagram" { violations.append("no sequence diagram") }
        if lines.popLast() != "" { violations.append("no newline at the end") }
        var active: Set<Substring> = []
        for line in lines {
            var mentioned: [Substring] = []
            if let match = line.wholeMatch(of: participant) {
                participants[String(match.1)] = MermaidLines.decoded(match.2)
                // Syntax at the beginning of a name.
                if match.2.contains(":") { violations.append("a colon in '\(line)'") }
            } else if let match = line.wholeMatch(of: note) {
                notes += 1
                mentioned = [match.1]
            } else if let match = line.wholeMatch(of: arrow) {
                if match.2 == "->>" { creations += 1 } else { requests += 1 }
                mentioned = [match.1, match.3]
            } else if let match = line.wholeMatch(of: bar) {
                mentioned = [match.2]
                if match.1 == "activate" {
                    turns += 1
                    if !active.insert(match.2).inserted { violations.append("'\(line)' twice") }
                } else if active.remove(match.2) == nil {
                    violations.append("'\(line)' without a beginning")
                }
            } else {
                violations.append("'\(line)' is no line of a diagram")
            }
            for id in mentioned where participants[String(id)] == nil { violations.append("\(id) takes no part") }
        }
        if !active.isEmpty { violations.append("bars without an end") }
    }

    /// With what the entity codes stand for.
    static func decoded(_ text: Substring) -> String {
        String(text).replacing(/#([0-9]+);/) { match in
            UInt32(match.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "?"
        }
    }
}
