import ConcurrencyKit

/// One flat object: the word under "record" says which, beside the fields of that record.
extension CheckRecord: Codable {
    private enum CodingKeys: String, CodingKey { case record }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        switch try box.decode(String.self, forKey: .record) {
        case "plan": self = .plan(try Plan(from: decoder))
        case "started": self = .started(try Started(from: decoder))
        case "finished": self = .finished(try Finished(from: decoder))
        case "end": self = .end(try End(from: decoder))
        case let word:
            throw DecodingError.dataCorruptedError(
                forKey: .record,
                in: box,
                debugDescription: "unknown record '\(word)'"
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .plan(let plan):
            try box.encode("plan", forKey: .record)
            try plan.encode(to: encoder)
        case .started(let started):
            try box.encode("started", forKey: .record)
            try started.encode(to: encoder)
        case .finished(let finished):
            try box.encode("finished", forKey: .record)
            try finished.encode(to: encoder)
        case .end(let end):
            try box.encode("end", forKey: .record)
            try end.encode(to: encoder)
        }
    }
}
