/// What a program of checks is asked to do: a JSON file whose path is in the environment variable
/// ``CheckRequest/variable``. The program reads it and removes it before anything of the learner's runs.
public struct CheckRequest: Codable, Hashable, Sendable {
    /// "LESSONCHECKS_REQUEST": the path of this, as JSON.
    public static let variable = "LESSONCHECKS_REQUEST"
    /// "LESSONCHECKS_CHANNEL": the path of the file or FIFO to which the records go. It must exist, and who reads it must have
    /// opened it: the program opens it to append and unlinks it at once.
    public static let channelVariable = "LESSONCHECKS_CHANNEL"

    /// A secret of this one run, 32 hexadecimal digits: the key of the ``RecordSeal``.
    public let nonce: String
    /// The ids of the checks to run; nil for all of them. What they come after need not be among them.
    public var only: [String]?
    /// Runs each check under this schedule only: `replay`.
    public var schedule: Schedule?
    /// With ``schedule``: cancels at this suspension point, counted from 1.
    public var cancelAt: Int?
    /// How many seeds are tried for each check, if the time suffices; nil for 256.
    public var schedules: Int?
    /// Real time for all checks together; nil for 4,000. First in, first out is always tried.
    public var budgetMilliseconds: Int?
    /// Nil if the source could not be read: checks that ask for it then end as "could not tell".
    public var source: SourceFacts?

    public init(
        nonce: String = CheckRequest.newNonce(),
        only: [String]? = nil,
        schedule: Schedule? = nil,
        cancelAt: Int? = nil,
        schedules: Int? = nil,
        budgetMilliseconds: Int? = nil,
        source: SourceFacts? = nil
    ) {
        self.nonce = nonce
        self.only = only
        self.schedule = schedule
        self.cancelAt = cancelAt
        self.schedules = schedules
        self.budgetMilliseconds = budgetMilliseconds
        self.source = source
    }

    /// 128 bits of the system's randomness.
    public static func newNonce() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<2).map { _ in HexText.sixteenDigits(random.next()) }.joined()
    }
}
