import Foundation

/// What asyncio promises, from `Tests/Conformance/behaviours.md`, beside the tests that hold the kit to it.
struct PromiseTable {
    enum Portability: String {
        case asIs = "as is"
        case change
        /// Means nothing in Swift.
        case none
    }

    struct Row {
        let number: Int
        let topic: String
        let promise: String
        let portability: Portability
        /// What changes, or why it means nothing.
        let remark: String
        var tests: [TestCitation] = []

        var needsTest: Bool { portability != .none }
    }

    private(set) var rows: [Row] = []
    /// Tests that cite a number which no promise has.
    private(set) var strays: [TestCitation] = []

    /// - Parameter text: the Markdown of `behaviours.md`: a table for each topic, with lines
    ///   `| 142 | promise | CPython's test | **change**: what | program |`.
    init(behaviours text: String, citations: [TestCitation]) {
        var topic = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") { topic = String(line.dropFirst(3)) }
            let cells = PromiseTable.cells(line)
            guard cells.count >= 4, let number = Int(cells[0]) else { continue }
            let words = cells[3].replacingOccurrences(of: "**", with: "")
            let kind = Portability.allKnown.first { words.hasPrefix($0.rawValue) }
            let remark = words.dropFirst(kind?.rawValue.count ?? 0).drop { $0 == ":" || $0 == " " }
            rows.append(
                Row(
                    number: number,
                    topic: topic,
                    promise: cells[1],
                    // A word that is not known must not free a promise of its test.
                    portability: kind ?? .asIs,
                    remark: String(remark)
                )
            )
        }
        for citation in citations {
            for number in citation.promises {
                if let index = rows.firstIndex(where: { $0.number == number }) {
                    rows[index].tests.append(citation)
                } else {
                    strays.append(citation)
                }
            }
        }
    }

    /// The cells of a line of a table; a bar inside of code or behind a backslash is text.
    private static func cells(_ line: Substring) -> [String] {
        guard line.hasPrefix("|") else { return [] }
        var cells = [""]
        var isCode = false
        var previous: Character = " "
        for character in line.dropFirst() {
            if character == "`" { isCode.toggle() }
            if character == "|", !isCode, previous != "\\" {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
            previous = character
        }
        return cells.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    var missing: [Row] { rows.filter { $0.needsTest && $0.tests.isEmpty } }

    func count(_ portability: Portability) -> Int { rows.filter { $0.portability == portability }.count }
}

extension PromiseTable.Portability {
    static let allKnown: [Self] = [.asIs, .change, .none]
}
