import LessonKit

extension SessionRunner {
    /// Does what the session wants done with an exercise; true if the session wants to end.
    func perform(_ work: ExerciseWork, _ session: inout Session, _ pages: inout Pages?) async throws -> Bool {
        guard let desk = exercises else {
            return try await act(
                on: session.worked(work, .problem("exercises are not to be had here")),
                &session,
                &pages
            )
        }
        switch work.act {
        case .watch: return try await watch(work, desk, &session, &pages)
        case .check: return try await check(work, desk, .init(), &session, &pages)
        case .replay(let order, let check):
            let selection = ExerciseChecker.Selection(
                only: check.map { [$0] },
                schedule: order.schedule,
                cancelAt: order.cancelAt
            )
            return try await self.check(work, desk, selection, &session, &pages)
        case .begin(let edit):
            return try await act(
                on: session.worked(work, await begin(work, desk, edit: edit, session)),
                &session,
                &pages
            )
        case .reset, .compare:
            return try await act(on: session.worked(work, files(work, desk)), &session, &pages)
        }
    }

    private func begin(_ work: ExerciseWork, _ desk: ExerciseDesk, edit: Bool, _ session: Session) async
        -> ExerciseOutcome
    {
        await desk.checker.warm()
        let path = desk.workspace.file(of: work.exercise)
        do {
            let isNew = try desk.workspace.begin(work.exercise)
            if edit { try await world.edit(path, session.settings.editor) }
            return .begun(path: path, isNew: isNew)
        } catch let problem as EditorProblem {
            return .problem("\(problem); your file is \(path)")
        } catch {
            return .problem("\(error)")
        }
    }

    private func files(_ work: ExerciseWork, _ desk: ExerciseDesk) -> ExerciseOutcome {
        do {
            guard case .reset = work.act else { return .read(try desk.workspace.text(of: work.exercise)) }
            let path = desk.workspace.file(of: work.exercise)
            return .reset(path: path, kept: try desk.workspace.reset(work.exercise))
        } catch {
            return .problem("\(error)")
        }
    }

    /// Ctrl-C ends it, and then nothing is judged.
    private func check(
        _ work: ExerciseWork,
        _ desk: ExerciseDesk,
        _ selection: ExerciseChecker.Selection,
        _ session: inout Session,
        _ pages: inout Pages?
    ) async throws -> Bool {
        let checking = Task { await desk.check(work.exercise, selection: selection) }
        let watch = Task {
            for await _ in world.interrupts() {
                checking.cancel()
                leaveTheLineOfTheInterrupt()
            }
        }
        defer { watch.cancel() }
        let outcome = await checking.value
        return try await act(on: session.worked(work, checking.isCancelled ? .interrupted : outcome), &session, &pages)
    }

    private func watch(_ work: ExerciseWork, _ desk: ExerciseDesk, _ session: inout Session, _ pages: inout Pages?)
        async throws -> Bool
    {
        let path = desk.workspace.file(of: work.exercise)
        do { try desk.workspace.begin(work.exercise) } catch {
            return try await act(on: session.worked(work, .problem("\(error)")), &session, &pages)
        }
        let watch = ExerciseWatch(path: path, looks: world.looks(), interrupts: world.interrupts()) {
            await desk.check(work.exercise)
        }
        var hasEnded = false
        var isFirst = true
        try await watch.run { outcome in
            let screen = screen(session, .output)
            // The verdict before stays where it is, above.
            if !isFirst { try world.write("\n" + screen.text([.words("Saved, and checked again.")]) + "\n") }
            isFirst = false
            if try await act(on: session.worked(work, outcome), &session, &pages) { hasEnded = true }
            let waiting = Showing.words("Watching \(path): every save is checked. Ctrl-C ends.")
            try world.write("\n" + screen.text([waiting]))
        }
        try world.write("\n" + screen(session, .output).text([.words("No longer watching.")]))
        return hasEnded
    }
}
