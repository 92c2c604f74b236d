/// Makes documents of the lesson dialect, and noise that may or may not be of it.
struct MarkdownGenerator {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private static let words = [
        "gather", "waits", "for", "all", "tasks", "the", "loop", "été", "日本", "a", "I", "1s", "42", "don't",
        "snake_case",
        "x*y", "3 < 4", "AT&T", "“quoted”", "e.g.", "C++", "#5", "a|b", "--", "end.", "naïve", "!", "(sic)", "2 * 3",
    ]

    // MARK: Of the dialect

    /// A document without anything that the dialect rejects.
    mutating func document() -> String {
        var parts = (0..<Int.random(in: 1...6, using: &random)).map { _ in block(depth: 0) }
        parts.append("[ref]: https://example.org/a_b?x=1&y=2 \"A *title*\"\n[Other Ref]: <some where>")
        return parts.joined(separator: "\n\n") + "\n"
    }

    private mutating func block(depth: Int) -> String {
        let simple: [(inout MarkdownGenerator) -> String] = [
            { $0.paragraph() }, { $0.paragraph() }, { $0.heading() }, { $0.code() },
            { depth == 0 ? $0.table() : $0.code() },
            { depth == 0 ? $0.random.pick(["***", "---", "_ _ _"]) : $0.paragraph() },
            { "<!-- note: \($0.word()) -->\n\n\($0.paragraph())" },
            { "<details><summary>\($0.word())</summary>\n\n\($0.paragraph())\n\n</details>" },
        ]
        if depth < 3, random.chance(3) { return random.chance(3) ? quote(depth) : list(depth) }
        return random.pick(simple)(&self)
    }

    private mutating func paragraph() -> String {
        let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in "w" + inlines(depth: 0) }
        return lines.joined(separator: random.pick(["\n", "\n", "  \n", "\\\n", "\n  "]))
    }

    private mutating func heading() -> String {
        String(repeating: "#", count: Int.random(in: 1...6, using: &random)) + " w" + inlines(depth: 0)
            + random.pick(["", " #", " ##"])
    }

    private mutating func code() -> String {
        let fence = random.pick(["```", "~~~~"])
        return fence + random.pick(["", "swift", " python x=1"]) + "\n"
            + random.pick(["let a = 1 < 2 && \"x\"", "", "    deep\n\n\tline", "# no *heading*\n- no list"]) + "\n"
            + fence
    }

    private mutating func table() -> String {
        let columns = Int.random(in: 2...4, using: &random)
        func row(_ cell: () -> String) -> String {
            "| " + (0..<columns).map { _ in cell() }.joined(separator: " | ") + " |"
        }
        var lines = [row { cell() }, row { random.pick(["---", ":--", "--:", ":-:"]) }]
        for _ in 0..<Int.random(in: 0...3, using: &random) { lines.append(row { cell() }) }
        return lines.joined(separator: "\n")
    }

    private mutating func cell() -> String {
        random.pick(["\(plainWord()) *em*", "`a \\| b`", "x \\| y", "**\(plainWord())**", "[l](u)", plainWord()])
    }

    private mutating func plainWord() -> String { random.pick(Self.words.filter { !$0.contains("|") }) }

    private mutating func word() -> String { random.pick(Self.words.filter { !$0.contains("-") && !$0.contains("<") }) }

    private mutating func quote(_ depth: Int) -> String {
        let inner = (0..<Int.random(in: 1...2, using: &random)).map { _ in block(depth: depth + 1) }
        return inner.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    }

    private mutating func list(_ depth: Int) -> String {
        let isTight = random.chance(2)
        let start = random.pick([1, 1, 7])
        let bullet = random.pick(["-", "*", "+"])
        let isOrdered = random.chance(3)
        let items = (0..<Int.random(in: 1...4, using: &random)).map { index in
            let marker = (isOrdered ? "\(start + index)." : bullet) + " "
            var blocks = [paragraph()]
            if random.chance(3) { blocks.append(block(depth: depth + 1)) }
            // A list below a paragraph needs no blank line, and leaves the list around it tight.
            let isNested = blocks.count == 2 && ["- w", "* w", "+ w", "1. "].contains { blocks[1].hasPrefix($0) }
            let lines = blocks.joined(separator: isTight && isNested ? "\n" : "\n\n").split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            let indent = String(repeating: " ", count: marker.count)
            return marker
                + lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : indent + $1 }.joined(separator: "\n")
        }
        return items.joined(separator: isTight ? "\n" : "\n\n")
    }

    private mutating func inlines(depth: Int) -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in " " + inline(depth: depth) }.joined()
    }

    private mutating func inline(depth: Int) -> String {
        guard depth < 3 else { return random.pick(Self.words) }
        switch Int.random(in: 0..<16, using: &random) {
        case 0: return "*x\(inlines(depth: depth + 1))y*"
        case 1: return "**x\(inlines(depth: depth + 1))y**"
        case 2: return "_x\(inlines(depth: depth + 1))y_"
        case 3: return "`code <b> & \\*`"
        case 4: return "``a ` b``"
        case 5: return "[x\(inlines(depth: depth + 1).filter { $0 != "<" && $0 != "[" })](/url%20é \"T & 'q'\")"
        case 6: return "![alt *em*](pic.png)"
        case 7: return random.pick(["[ref]", "[text][ref]", "[OTHER   ref][]", "[x][other ref]"])
        case 8: return random.pick(["<https://example.org/?a=1&b=[x]>", "<me@example.org>"])
        case 9: return random.pick(["&amp;", "&copy;", "&#35;", "&#x1F600;", "&", "&x", "&#;", "\\`"])
        case 10: return random.pick(["\\*", "\\[x\\]", "\\\\", "\\a", "\\<T>", "\\`"])
        case 11: return random.pick(["<kbd>Tab</kbd>", "<br>", "H<sub>2</sub>O", "x <br/> y"])
        default: return random.pick(Self.words)
        }
    }

    // MARK: Noise

    /// Lines of marks: mostly rejected, and where not, a hard test.
    mutating func noise() -> String {
        let starts = [
            "", "", "", "- ", "  ", "> ", "1. ", "# ", "  - ", "   ", "| ", "* ", ">> ", "2) ", "```", "-", ">",
            "1) - ",
        ]
        let atoms = [
            "*", "*", "**", "_", "__", "***", "`", "``", "[", "]", "](", ")", "(u)", "![", "a", "b", "a b", " ", " ",
            "\\",
            "<", ">", "&amp;", "é", ".", "!", "\"", "|", "[ref]", "\n", "  \n", "<br>", "“", "-", "1.", "#", "  ",
        ]
        var lines: [String] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            if random.chance(5) { lines.append("") }
            lines.append(
                random.pick(starts)
                    + (0..<Int.random(in: 1...9, using: &random)).map { _ in random.pick(atoms) }.joined()
            )
        }
        return lines.joined(separator: "\n") + "\n\n[ref]: /r\n"
    }
}
