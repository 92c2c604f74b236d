#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension ExerciseChecks {
    /// The entry point of a program of checks: runs them and tells the results where the environment says (see
    /// ``CheckRequest``), or in plain text to a person who runs it by hand.
    ///
    /// Exit status: 0 all passed, 1 some did not, 2 the request makes no sense, 3 the checks themselves are wrong, 4 it could not
    /// tell, 74 the channel was closed.
    public static func main() {
        do {
            let request = try ProgramRequest.take()
            if let problem = checks.problem {
                StandardError.write("checks.swift: \(problem)")
                exit(ExitCode.brokenLesson)
            }
            exit(run(request).status)
        } catch {
            StandardError.write("\(error)")
            exit(ExitCode.usage)
        }
    }

    private static func run(_ request: ProgramRequest) -> CheckRecord.End {
        let asked: CheckRequest
        let tell: (CheckRecord) -> Void
        switch request {
        case .channel(let channel, let request):
            asked = request
            tell = channel.write
        case .byHand:
            asked = CheckRequest()
            var report = TextReport()
            tell = { record in for line in report.lines(record) { print(line) } }
        }
        var mute = OutputMute()
        var running: String?
        let runner = CheckRunner(checks: checks, request: asked) { record in
            if case .started(let started) = record {
                mute.set(running == started.check)
                running = started.check
            } else {
                mute.set(false)
            }
            tell(record)
        }
        return runner.run()
    }
}

extension CheckRecord.End {
    fileprivate var status: Int32 {
        if failed > 0 { return ExitCode.notPassed }
        return couldNotTell > 0 ? ExitCode.couldNotTell : ExitCode.passed
    }
}
