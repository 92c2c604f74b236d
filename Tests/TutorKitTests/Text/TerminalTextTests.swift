import Testing

@testable import TutorKit

@Suite struct TerminalTextTests {
    private static let evil = "\u{1B}[2J\u{9B}31m\u{7}\r\u{202E}x\u{7F}"
    private static let tamed = "^[[2JU+009B31m^G^MU+202Ex^?"

    @Test func whateverItIsMadeOfIsSanitised() {
        let evil = TerminalTextTests.evil
        let made: [TerminalText] = [
            TerminalText(evil), "\(evil)", TerminalText(StyledLine(evil, .strong), colours: false),
            TerminalText(StyledLine([StyledSpan(evil)]), colours: true), TerminalText(evil) + .empty,
        ]
        #expect(made.map(\.text) == Array(repeating: TerminalTextTests.tamed, count: made.count))
    }

    @Test func aNewlineInASpanDoesNotBreakItsLine() {
        #expect(TerminalText(StyledLine("a\nb"), colours: false).text == "a^Jb")
    }

    @Test func coloursAreAddedAndTakenBackOnEachLine() {
        let text = StyledText([StyledLine("a", [.right, .quote]), StyledLine("b", .mark), StyledLine()])
        #expect(TerminalText(text, colours: true).text == "\u{1B}[1m\u{1B}[32ma\u{1B}[0m\nb\n\n")
        #expect(TerminalText(text, colours: false).text == "a\nb\n\n")
    }

    @Test func theListOfSequencesIsClosedAndOfSixteenColours() {
        for bits in 0..<(1 << 16) {
            guard let sequence = Theme.sequence(for: TextStyle(rawValue: bits)) else { continue }
            let rest = Theme.sequences.reduce(sequence) { $0.replacing($1, with: "") }
            #expect(rest == "")
        }
        let codes = Theme.sequences.map { $0.dropFirst(2).dropLast() }
        #expect(codes.allSatisfy { [0, 1, 2, 3, 4].contains(Int($0)) || (30...37).contains(Int($0) ?? 0) })
        // Nearly invisible on somebody's background.
        #expect(!codes.contains("33") && !codes.contains("37") && !codes.contains("30"))
    }

    @Test func ourOwnControlsCarryNoForeignText() {
        #expect(TerminalText.control("\u{1B}[", 5, "C").text == "\u{1B}[5C")
        #expect(TerminalText.control("\r").text == "\r")
    }
}
