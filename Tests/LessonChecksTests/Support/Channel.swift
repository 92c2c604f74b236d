import Foundation
import Testing

@testable import LessonChecks

/// What the tutor's side of the channel does: holds the file open, because the program unlinks it.
struct Channel {
    let nonce: String
    let request: String
    let path: String
    private let handle: FileHandle

    init(_ request: CheckRequest = CheckRequest()) throws {
        let folder = NSTemporaryDirectory()
        nonce = request.nonce
        self.request = folder + "request-\(nonce).json"
        path = folder + "channel-\(nonce)"
        try JSONEncoder().encode(request).write(to: URL(fileURLWithPath: self.request))
        try Data().write(to: URL(fileURLWithPath: path))
        handle = try #require(FileHandle(forReadingAtPath: path))
    }

    /// The records that are genuine.
    func records() throws -> [CheckRecord] {
        try handle.seek(toOffset: 0)
        let text = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
        var seal = RecordSeal(nonce: nonce)
        return try text.split(separator: "\n").compactMap { line in
            try seal.opened(line).map { try JSONDecoder().decode(CheckRecord.self, from: Data($0.utf8)) }
        }
    }

    var isGone: Bool {
        ![path, request].contains { FileManager.default.fileExists(atPath: $0) }
    }
}

extension [CheckRecord] {
    var hasEnd: Bool { contains { if case .end = $0 { true } else { false } } }

    /// The id of the check that ran last, if it is not through.
    var unfinished: String? {
        for record in reversed() {
            switch record {
            case .started(let started): return started.check
            case .finished, .end, .plan: return nil
            }
        }
        return nil
    }
}

/// Runs `checks` as a program does whose environment names the channel; ends the process.
func runProgram(_ program: any ExerciseChecks.Type, _ request: String, _ channel: String) -> Never {
    setenv(CheckRequest.variable, request, 1)
    setenv(CheckRequest.channelVariable, channel, 1)
    program.main()
    exit(99)
}
