import LessonKit

/// What a learner is told when the file and the checks make no program: about the file, never about the checks.
struct CompileFeedback {
    let exercise: Exercise
    let learner: SourceFile

    func result(_ failure: CompileFailure) -> ExerciseResult {
        switch failure {
        case .rejected(let diagnostics): rejected(diagnostics.filter { $0.severity == .error })
        case .couldNotTell(.limit(let end)):
            .couldNotTell(
                "the Swift compiler \(end); that happens with very tangled expressions: break them up, and check again"
            )
        case .couldNotTell(let cause): .couldNotTell(cause.description)
        case .cancelled: .couldNotTell("compiling was interrupted")
        }
    }

    private func rejected(_ errors: [CompileDiagnostic]) -> ExerciseResult {
        let own = errors.filter { $0.file == learner.name }.map { plain(ExplainedDiagnostic($0)) }
        let clashes = own.isEmpty ? clashing(errors) : []
        let told = own.isEmpty ? clashes.isEmpty ? missing(errors) : clashes : own
        guard !told.isEmpty else {
            let first = errors.first.map(\.description) ?? "the compiler says nothing more"
            return .couldNotTell(
                "the checks of \(exercise.id) do not compile, which is the lesson's fault and not yours:\n\(first)"
            )
        }
        let section = told.lazy.compactMap { $0.diagnostic.identifier }
            .compactMap { exercise.feedback.section(on: .diagnostic($0)) }.first
        return ExerciseResult(verdict: .failed, errors: told, sections: section.map { [$0] } ?? [])
    }

    /// Without the notes that point into the checks, which are hidden; and, where there is an explanation, without those
    /// that offer three ways to mend the same line.
    private func plain(_ error: ExplainedDiagnostic) -> ExplainedDiagnostic {
        var diagnostic = error.diagnostic
        diagnostic.notes = diagnostic.notes.filter { note in
            guard note.file == nil || note.file == learner.name else { return false }
            return error.explanation == nil || note.line != diagnostic.line
        }
        return ExplainedDiagnostic(diagnostic, explanation: error.explanation)
    }

    // MARK: Errors in the checks

    /// The file and the checks are one module: a type of the learner's hides what the checks import under the same name.
    private func clashing(_ errors: [CompileDiagnostic]) -> [ExplainedDiagnostic] {
        let asked = TopLevelDeclarations(exercise.starter)
        let mentioned = errors.reduce(into: Set<String>()) { all, error in
            all.formUnion(Self.identifiers("\(error.message) \(error.sourceLine ?? "")"))
        }
        let own = TopLevelDeclarations(learner.text).all.filter { $0.name.first?.isUppercase == true }
        return own.filter { asked[$0.name] == nil && mentioned.contains($0.name) }.map { type in
            ExplainedDiagnostic(
                CompileDiagnostic(
                    severity: .error,
                    message: "the checks use the name \(type.name) for something of theirs",
                    file: learner.name,
                    line: type.line,
                    column: 1,
                    identifier: nil,
                    sourceLine: type.text
                ),
                explanation: "Your file and the checks are compiled together. Give yours another name."
            )
        }
    }

    /// The checks call what the starter declares. Where they cannot, the learner's file lacks it, or declares it otherwise.
    private func missing(_ errors: [CompileDiagnostic]) -> [ExplainedDiagnostic] {
        let demands = demands
        var told: [ExplainedDiagnostic] = []
        var names: Set<String> = []
        for error in errors {
            let mentioned = Self.identifiers("\(error.message) \(error.sourceLine ?? "")")
            let named = demands.filter { mentioned.contains($0.word) }
            // A line that calls `Bell().ring()` names Bell too, where `ring` is what is missing.
            let members = named.filter { $0.wanted.name != "init" }
            for demand in members.isEmpty ? named : members where names.insert(demand.wanted.fullName).inserted {
                told.append(words(of: demand, because: error))
            }
        }
        guard told.isEmpty, let error = errors.first else { return told }
        // What the checks make of a result of another type fails further on, and names nothing of the learner's.
        return demands.map { words(of: $0, because: error) }
    }

    /// A declaration of the starter that the learner's file does not have in this form.
    private struct Demand {
        let wanted: TopLevelDeclarations.Declaration
        let present: TopLevelDeclarations.Declaration?

        /// An initializer is called by the name of its type.
        var word: String { wanted.name == "init" ? wanted.owner ?? wanted.name : wanted.name }
    }

    private var demands: [Demand] {
        let asked = TopLevelDeclarations(exercise.starter)
        let there = TopLevelDeclarations(learner.text)
        let top = asked.all.map { Demand(wanted: $0, present: there[$0.name]) }
        // Of a type that is not there at all, its members need not be told one by one.
        let members = asked.members.filter { there[$0.owner ?? ""] != nil }
            .map { Demand(wanted: $0, present: there.member(like: $0)) }
        return (top + members).filter { $0.present?.signature != $0.wanted.signature }
    }

    private func words(of demand: Demand, because error: CompileDiagnostic) -> ExplainedDiagnostic {
        let reason =
            demand.present == nil
            ? "The checks call it, and there is nothing of this name."
            : "It is declared otherwise here, and the checks cannot use it so: \(error.message)."
        let owner = demand.wanted.owner.flatMap { TopLevelDeclarations(learner.text)[$0] }
        return ExplainedDiagnostic(
            CompileDiagnostic(
                severity: .error,
                message: "your file must declare \(demand.wanted.fullName) so:",
                file: learner.name,
                line: demand.present?.line ?? owner?.line ?? 1,
                column: 1,
                identifier: error.identifier,
                sourceLine: demand.wanted.text
            ),
            explanation: reason
        )
    }

    private static func identifiers(_ text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }
}
