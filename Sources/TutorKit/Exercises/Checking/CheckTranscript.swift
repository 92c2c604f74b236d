import Foundation
import LessonChecks

/// What a program of checks has told, as far as it can be believed.
///
/// Any bytes will do: of a program that was killed while it wrote, or of one that does not mean well. Lines that were not
/// sealed by this run's nonce are counted, and not believed.
struct CheckTranscript: Equatable {
    private(set) var plan: CheckRecord.Plan?
    /// In the order in which they came, each check once.
    private(set) var finished: [CheckRecord.Finished] = []
    /// The last run that was begun and whose check is not through.
    private(set) var running: CheckRecord.Started?
    private(set) var end: CheckRecord.End?
    /// Lines that are no records of this run.
    private(set) var unbelieved = 0
    /// What was written went beyond what is read.
    private(set) var isCut = false

    init(_ data: Data, nonce: String, isCut: Bool = false) {
        self.isCut = isCut
        var seal = RecordSeal(nonce: nonce)
        let decoder = JSONDecoder()
        for line in data.split(separator: UInt8(ascii: "\n")) {
            guard let json = seal.opened(String(decoding: line, as: UTF8.self)),
                let record = try? decoder.decode(CheckRecord.self, from: Data(json.utf8))
            else {
                unbelieved += 1
                continue
            }
            take(record)
        }
    }

    private mutating func take(_ record: CheckRecord) {
        // Nothing comes after the end.
        guard end == nil else { return }
        switch record {
        case .plan(let plan) where self.plan == nil && plan.format == CheckRecord.format: self.plan = plan
        case .plan: unbelieved += 1
        case .started(let started): running = started
        case .finished(let check):
            running = nil
            if !finished.contains(where: { $0.check == check.check }) { finished.append(check) }
        case .end(let end):
            running = nil
            self.end = end
        }
    }
}
