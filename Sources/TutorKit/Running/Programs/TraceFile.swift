import ConcurrencyKit
import Foundation

/// A trace as a program left it on disk: a first line that names the format, then one event a line.
///
/// The program may have been killed while it wrote, or may not mean well: a torn last line is no problem, a line that
/// cannot be read is a noted one, and what is no ordinary file is not opened.
struct TraceFile {
    let path: String
    /// More is not read.
    var maximumBytes = 32_000_000

    struct Recorded: Equatable {
        var events: [TraceEvent] = []
        var problems: [String] = []
        var clock = Timeline.Clock.virtual
    }

    /// A file that is not there is an empty trace: the program did not use the kit.
    func read() -> Recorded {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return Recorded(problems: errno == ENOENT ? [] : [cannotRead(errno)]) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return Recorded(problems: ["the trace is no ordinary file"])
        }
        do {
            var recorded = decode(try file.read(upToCount: maximumBytes) ?? Data())
            if status.st_size > maximumBytes {
                recorded.problems.append("the trace is longer than \(maximumBytes) bytes; the rest was left out")
            }
            return recorded
        } catch {
            return Recorded(problems: [cannotRead(errno)])
        }
    }

    private func cannotRead(_ code: Int32) -> String { "the trace cannot be read: \(String(cString: strerror(code)))" }

    private struct Header: Decodable {
        let format: String
        let clock: String?
    }

    private func clock(_ header: Header) -> Timeline.Clock { header.clock == "continuous" ? .continuous : .virtual }

    private func decode(_ data: Data) -> Recorded {
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        // After the last newline: nothing, or a line that was being written.
        let unfinished = lines.popLast()
        let decoder = JSONDecoder()
        guard let first = lines.popFirst() else { return Recorded() }
        guard let header = try? decoder.decode(Header.self, from: first), header.format == TraceEvent.format else {
            return Recorded(problems: ["the trace does not begin with the format '\(TraceEvent.format)'"])
        }
        var recorded = Recorded(clock: clock(header))
        var runs = 1
        var unreadable: [Int] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            if let event = try? decoder.decode(TraceEvent.self, from: line) {
                recorded.events.append(event)
            } else if let header = try? decoder.decode(Header.self, from: line), header.format == TraceEvent.format {
                // The program called `run` once more, and appended to the file.
                runs += 1
                recorded.events = []
                recorded.clock = clock(header)
            } else {
                unreadable.append(index + 2)
            }
        }
        if let unfinished, let event = try? decoder.decode(TraceEvent.self, from: unfinished) {
            recorded.events.append(event)
        }
        if runs > 1 { recorded.problems.append("the trace holds \(runs) runs; this is the last of them") }
        if let line = unreadable.first {
            let others = unreadable.count > 1 ? ", and \(unreadable.count - 1) more lines," : ""
            recorded.problems.append("line \(line) of the trace\(others) is no event that this tutor knows")
        }
        return recorded
    }
}
