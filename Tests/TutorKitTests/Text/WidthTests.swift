import Testing

@testable import TutorKit

@Suite struct WidthTests {
    private static let samples: [(text: String, width: Int)] = [
        ("", 0), ("gather", 6), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("ﾊﾝｶｸ", 4), ("Ａ", 2), ("한국어", 6),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2),
        ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("❤", 1), ("❤\u{FE0F}", 2),
        ("✓ ok", 4), ("─█░", 3), ("a\u{200B}b", 2), ("z\u{300}\u{301}\u{302}", 1), ("1\u{FE0F}\u{20E3}", 2),
    ]

    @Test(arguments: samples.indices)
    func columnsOfATerminal(index: Int) {
        let sample = WidthTests.samples[index]
        #expect(Width.of(sample.text) == sample.width)
    }

    @Test(.enabled(if: Python.has("wcwidth"), "python3 with the package wcwidth is not on PATH"))
    func stringsAgreeWithWcwidth() throws {
        let script = """
            import sys, wcwidth
            for line in sys.stdin.read().split('\\n'): print(wcwidth.wcswidth(line))
            """
        let texts = WidthTests.samples.map(\.text)
        let output = try Python.output(script, input: texts.joined(separator: "\n"))
        #expect(output.split(separator: "\n").compactMap { Int($0) } == texts.map { Width.of($0) })
    }

    /// Up to the last ideograph; above it there are no characters but tags and selectors, which show nothing.
    /// The tables of two programs may be of different versions of Unicode, so that only what both of them know counts.
    @Test(.enabled(if: Python.has("wcwidth"), "python3 with the package wcwidth is not on PATH"))
    func everyScalarAgreesWithWcwidth() throws {
        let script = """
            import unicodedata, wcwidth
            skipped = ('Cc', 'Cs', 'Cn', 'Co')
            widths = (3 if unicodedata.category(chr(c)) in skipped else wcwidth.wcwidth(chr(c)) for c in range(0x33480))
            print(''.join(map(str, widths)))
            """
        let widths = Array(try Python.output(script).utf8.dropLast()).map { Int($0) - 48 }
        try #require(widths.count == 0x33480)
        var differences: [String] = []
        for (value, width) in widths.enumerated() where width != 3 {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let known = scalar.properties.generalCategory != .unassigned
            if known, Width.of(scalar) != width {
                differences.append("U+\(String(value, radix: 16, uppercase: true)): \(width)")
            }
        }
        #expect(differences == [])
    }

    @Test func cutTextKeepsBothEndsAndNeverHalfACharacter() {
        #expect(Columns.cutInMiddle("fetch-users-from-eu-1", to: 12) == "fetch..-eu-1")
        #expect(Columns.cutInMiddle("short", to: 5) == "short")
        #expect(Columns.cutAtEnd("日本語日本語", to: 7) == "日本..")
        #expect(Columns.cutInMiddle("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", to: 5) == "👩‍👩‍👧..")
        #expect(Columns.cutAtEnd("abc", to: 0) == "")
        #expect(Columns.cutInMiddle("abc", to: -1) == "")
    }
}
