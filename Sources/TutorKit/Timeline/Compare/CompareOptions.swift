import LessonKit

/// What follows `compare` at the prompt.
public struct CompareOptions: Equatable {
    let demos: [String]
    let seeds: [UInt64]
    let form: Form

    public enum Form: Sendable, Equatable {
        case drawing, text
        /// Every task.
        case all
    }

    static let usage = "[DEMO DEMO | --seed N ...]"
    private static let fullUsage = "compare [DEMO DEMO | [DEMO] --seed N [--seed N]] [--text | --all]"
    static let words = ["--seed", "--text", "--all"]

    init(_ rest: String) throws(OptionProblem) {
        var line = OptionLine(rest)
        var demos: [String] = []
        var seeds: [UInt64] = []
        var form = Form.drawing
        while let word = line.next() {
            switch word {
            case "--text": form = .text
            case "--all": form = .all
            case "--seed":
                let text = line.next() ?? ""
                guard let seed = UInt64(text) else {
                    throw .text("--seed needs a whole number from 0 on\(text.isEmpty ? "" : "; found '\(text)'")")
                }
                seeds.append(seed)
            case _ where word.hasPrefix("-"):
                throw .unknown(word, among: CompareOptions.words, usage: CompareOptions.fullUsage)
            default: demos.append(word)
            }
        }
        guard (demos.count == 2 && seeds.isEmpty) || (demos.count < 2 && (1...2).contains(seeds.count)) else {
            throw .text(
                "compare needs two demos (`compare DEMO DEMO`) or two orders of one "
                    + "(`compare --seed 1 --seed 2`)"
            )
        }
        self.demos = demos
        self.seeds = seeds
        self.form = form
    }
}
