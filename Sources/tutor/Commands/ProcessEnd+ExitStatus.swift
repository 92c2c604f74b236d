import TutorKit

extension ProcessEnd {
    var exitStatus: Int32 {
        switch self {
        case .exited(0): ExitStatus.success.rawValue
        case .cancelled: 130
        case .couldNotStart: ExitStatus.machine.rawValue
        default: ExitStatus.failure.rawValue
        }
    }
}

extension DemoRunner.Failure {
    func exitStatus(isLesson: Bool) -> Int32 {
        switch self {
        case .unreadable, .compile(.rejected):
            // The lesson's program is the lesson's fault; one's own is one's own.
            if case .unreadable = self, !isLesson { return ExitStatus.usage.rawValue }
            return (isLesson ? ExitStatus.brokenLesson : .failure).rawValue
        case .compile(.cancelled): return 130
        case .compile(.couldNotTell): return ExitStatus.machine.rawValue
        }
    }
}
