/// In which order a run took what was ready: what `replay` needs to repeat it.
///
/// As text, in records and on a command line: `fifo`, `seed 7`, `choices 0,2,1`.
public enum Schedule: Hashable, Sendable {
    /// asyncio's order: first in, first out.
    case fifo
    /// A legal order made from a number: see ``SeededOrder``.
    case seed(UInt64)
    /// At each moment when several could run: which one did, counted from 0. First in, first out after the last choice.
    case choices([Int])
}

extension Schedule: LosslessStringConvertible {
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        switch (words.first, words.dropFirst().first, words.count) {
        case ("fifo", nil, 1): self = .fifo
        case ("seed", let word?, 2):
            guard let seed = UInt64(word) else { return nil }
            self = .seed(seed)
        case ("choices", nil, 1): self = .choices([])
        case ("choices", let word?, 2):
            var choices: [Int] = []
            for part in word.split(separator: ",", omittingEmptySubsequences: false) {
                guard let choice = Int(part), choice >= 0 else { return nil }
                choices.append(choice)
            }
            self = .choices(choices)
        default: return nil
        }
    }

    /// "fifo", "seed 7" or "choices 0,2,1".
    public var description: String {
        switch self {
        case .fifo: "fifo"
        case .seed(let seed): "seed \(seed)"
        case .choices([]): "choices"
        case .choices(let choices): "choices \(choices.map(String.init).joined(separator: ","))"
        }
    }
}

extension Schedule: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let schedule = Schedule(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no schedule")
            )
        }
        self = schedule
    }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(description)
    }
}
