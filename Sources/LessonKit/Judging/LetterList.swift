/// The letters that a learner typed: `a, c`, `AC`, `(a) and (c)`, `C > A`.
struct LetterList {
    /// In the order in which they were typed, in upper case, each once.
    let letters: [String]

    /// Nil if there is anything but letters that were offered and marks between them, or a letter twice.
    init?(_ answer: String, offered: [String]) {
        let words = answer.uppercased().unicodeScalars.split { Self.marks.contains($0) }.map(String.init)
        var letters: [String] = []
        for word in words where word != "AND" {
            for letter in word.map(String.init) {
                guard offered.contains(letter), !letters.contains(letter) else { return nil }
                letters.append(letter)
            }
        }
        guard !letters.isEmpty else { return nil }
        self.letters = letters
    }

    private static let marks = Set(" \t\n\r.,:;()[]\"'`!?/|&+<>-→".unicodeScalars)

    /// "A, B or C".
    static func alternatives(_ letters: [String]) -> String {
        letters.dropLast().joined(separator: ", ") + " or " + (letters.last ?? "")
    }
}
