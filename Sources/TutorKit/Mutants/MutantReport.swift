import LessonKit

/// What the checks of one exercise noticed of the mutants of its solution.
public struct MutantReport: Sendable, Equatable {
    public enum Fate: Sendable, Equatable {
        case killed, survived
        /// The compiler noticed.
        case doesNotCompile
        case couldNotTell(String)

        var isUnknown: Bool {
            if case .couldNotTell = self { true } else { false }
        }
    }

    public struct Checked: Sendable, Equatable {
        public let mutant: Mutant
        public let fate: Fate
    }

    public let exercise: String
    /// The path of the solution.
    public let file: String
    /// In the order of the lines.
    public let checked: [Checked]
    let equivalents: EquivalentMutants

    /// Those that nobody noticed and nobody explained.
    public var survivors: [Mutant] {
        checked.filter { $0.fate == .survived }.map(\.mutant).filter { mutant in
            !equivalents.entries.contains { $0.explains(mutant) }
        }
    }

    /// Explanations of mutants that do not survive, or are no longer made.
    public var stale: [EquivalentMutants.Entry] {
        // One that could not be judged may survive.
        let survived = checked.filter { $0.fate == .survived || $0.fate.isUnknown }.map(\.mutant)
        return equivalents.entries.filter { entry in !survived.contains(where: entry.explains) }
    }

    public var status: ExitStatus {
        if !survivors.isEmpty || !stale.isEmpty || !equivalents.diagnostics.isEmpty { return .failure }
        return checked.contains(where: \.fate.isUnknown) ? .machine : .success
    }

    /// One line for several exercises: the sums.
    public static func total(of reports: [MutantReport]) -> String {
        counts("\(reports.count) exercises", reports)
    }

    private static func counts(_ title: String, _ reports: [MutantReport]) -> String {
        func count(_ fate: Fate) -> Int { reports.reduce(0) { $0 + $1.checked.count { $0.fate == fate } } }
        let survivors = reports.reduce(0) { $0 + $1.survivors.count }
        let mutants = reports.reduce(0) { $0 + $1.checked.count }
        return "\(title): \(mutants) mutants, \(count(.killed)) killed, \(count(.doesNotCompile)) do not compile, "
            + "\(survivors) survived, \(count(.survived) - survivors) explained"
    }

    public var text: String { text(all: false) }

    /// - Parameter all: a line for each mutant, and not only for those that somebody has to look at.
    public func text(all: Bool) -> String {
        var lines = [Self.counts(exercise, [self])]
        for checked in checked where all {
            let fate: String
            switch checked.fate {
            case .killed: fate = "killed"
            case .doesNotCompile: fate = "does not compile"
            case .survived where survivors.contains(checked.mutant): continue
            case .survived: fate = "explained"
            case .couldNotTell: continue
            }
            lines.append(
                "\(file):\(checked.mutant.line): \(fate): \(checked.mutant.change) [\(checked.mutant.mutation)]"
            )
        }
        for mutant in survivors {
            lines.append("\(file):\(mutant.line): survived: \(mutant.change) [\(mutant.mutation)]")
        }
        for case (let mutant, .couldNotTell(let reason)) in checked.map({ ($0.mutant, $0.fate) }) {
            lines.append("\(file):\(mutant.line): could not tell: \(mutant.change) [\(mutant.mutation)]: \(reason)")
        }
        for entry in stale {
            lines.append(
                "\(entry.position): `\(entry.mutation)` `\(entry.original)` does not survive; take the item out"
            )
        }
        lines += equivalents.diagnostics.map(\.description)
        return lines.map { $0 + "\n" }.joined()
    }
}
