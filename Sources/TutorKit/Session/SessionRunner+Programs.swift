import LessonKit

/// Programs: the learner sees what they print, and Ctrl-C stops them.
extension SessionRunner {
    /// Runs a demo, or the learner's copy of it.
    func run(_ request: RunRequest, _ session: Session) async -> RunOutcome {
        let isShown = request.purpose == .show
        let isSpoken = isShown && screen(session, .output).style.isAccessible
        guard let file = request.file else { return .couldNotRun("this demo has no edition without the kit") }
        let waiting = waiting(for: "\(request.demo.shortName) is being compiled and run", session)
        let world = world
        if isSpoken { try? world.write("Output:\n") }
        let outcome = await stoppable(waiting) {
            await demos.run(
                file: file,
                // Its own path, so that the learner finds what the compiler speaks of.
                name: request.copy ?? Demo.shortName(of: file),
                realTime: request.realTime,
                seed: request.seed,
                arguments: request.arguments
            ) { chunk in
                // Standard error is shown at the end, without what Swift's runtime adds to it.
                guard isShown, chunk.stream == .output else { return }
                waiting.end()
                // A reader that has gone is noticed at the next prompt.
                try? world.write(TerminalText(chunk.text))
            }
        }
        waiting.end()
        switch outcome {
        case .failure(let failure):
            var fault = ExitStatus.machine
            if case .compile(.rejected) = failure { fault = request.copy == nil ? .brokenLesson : .failure }
            return .couldNotRun(failure.description, fault)
        case .success(let run):
            if isShown { showEnd(of: run, session, isSpoken: isSpoken) }
            return run.complaint.map { .failed($0, run.evidence) } ?? .finished(run.evidence)
        }
    }

    /// Runs Swift that was typed.
    func run(_ request: SnippetRequest, _ session: Session) async -> SnippetOutcome {
        let snippets = SnippetRunner(compiler: demos.compiler, runner: demos.runner, limits: demos.limits)
        let waiting = waiting(for: "what you typed is being compiled and run", session)
        let world = world
        let outcome = await stoppable(waiting) {
            await snippets.run(request) { text in
                waiting.end()
                try? world.write(TerminalText(text))
            }
        }
        waiting.end()
        if case .ran(let ran) = outcome { showEnd(of: ran.run, session, isSpoken: false) }
        return outcome
    }

    /// What a program leaves on the screen: a whole last line, and its own words on standard error.
    private func showEnd(of run: ProgramRun, _ session: Session, isSpoken: Bool) {
        if !run.output.isEmpty, !run.output.hasSuffix("\n") { try? world.write("\n") }
        if isSpoken { try? world.write("End of output.\n") }
        let errors = run.ownErrorOutput
        if !errors.isEmpty { try? world.complain(screen(session, .error).complaint(errors, verbatim: true)) }
    }

    /// Ctrl-C cancels the work.
    private func stoppable<Outcome: Sendable>(_ waiting: Waiting, _ work: @escaping @Sendable () async -> Outcome) async
        -> Outcome
    {
        let task = Task { await work() }
        let watch = Task {
            for await _ in world.interrupts() {
                task.cancel()
                // What is taken away takes `^C` with it.
                if !waiting.end() { leaveTheLineOfTheInterrupt() }
            }
        }
        defer { watch.cancel() }
        return await task.value
    }

    /// The terminal has written `^C`: what is said next stands on a line of its own.
    func leaveTheLineOfTheInterrupt() {
        if world.rows() != nil { try? world.write("\n") }
    }

    /// A voice would read out what is only there for a moment.
    private func waiting(for what: String, _ session: Session) -> Waiting {
        guard screen(session, .output).style.isAccessible else { return Waiting(what, show: world.status) }
        return Waiting(what) { _ in }
    }
}
