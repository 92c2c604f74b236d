import LessonKit

/// What to look for, and how hard.
public struct LintOptions: Sendable {
    /// The ``LintRule/id``s to be applied.
    public var rules: Set<String>
    /// Whether programs are run at all.
    public var runsPrograms: Bool
    /// How many schedules are tried besides the kit's own.
    public var seeds: UInt64
    /// Listings, pictures and transcripts are written anew where they are wrong.
    public var fixes: Bool
    /// How many programs are compiled or run at the same time.
    public var width: Int

    public init(
        rules: Set<String> = Set(LintRule.all.map(\.id)),
        runsPrograms: Bool = true,
        seeds: UInt64 = 16,
        fixes: Bool = false,
        width: Int = 2
    ) {
        self.rules = rules
        self.runsPrograms = runsPrograms
        self.seeds = seeds
        self.fixes = fixes
        self.width = width
    }

    /// Whether a CPython has to be looked for.
    public var asksPython: Bool { runsPrograms && wants(.pythonTwin) }

    func wants(_ rules: LintRule...) -> Bool { rules.contains { self.rules.contains($0.id) } }
}
