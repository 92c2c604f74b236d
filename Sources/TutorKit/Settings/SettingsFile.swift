import Foundation
import LessonKit

/// The file of the learner's choices: a line `name = value` each, `#` before a comment.
///
///     colour = never
///     pager = less -S     # for `tutor show`
///
/// A line that cannot be understood is reported with its place and left as it is: the others count.
public struct SettingsFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// What is wrong with the file, with its line where it has one: "settings:3: unknown setting 'colr'; …".
    public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// The choices, and a complaint for each line that is none. No file is no choice.
    public func read() -> (settings: Settings, problems: [Problem]) {
        switch text() {
        case .success(let text): SettingsFile.parse(text ?? "", path: path)
        case .failure(let problem): (Settings(), [problem])
        }
    }

    static func parse(_ text: String, path: String) -> (settings: Settings, problems: [Problem]) {
        var settings = Settings()
        var problems: [Problem] = []
        for (index, line) in lines(text).enumerated() {
            func report(_ message: String) { problems.append(Problem(description: "\(path):\(index + 1): \(message)")) }
            let words = content(line)
            if words.isEmpty { continue }
            guard let (name, value) = pair(words) else {
                report("expected name = value; found '\(words)'")
                continue
            }
            guard let setting = Setting(name: name) else {
                let names = Setting.allCases.map(\.rawValue)
                let clause = Suggestion.clause(
                    for: name,
                    among: names,
                    otherwise: "; there are \(names.joined(separator: ", "))"
                )
                report("unknown setting '\(name)'\(clause)")
                continue
            }
            if let problem = settings.set(setting, to: value) { report(problem) }
        }
        return (settings, problems)
    }

    /// Writes one choice; every other line stays as it is. The file is replaced as a whole, so that it is never half
    /// written.
    public func write(_ setting: Setting, _ value: String) throws(Problem) {
        let old = try text().get() ?? ""
        do {
            // A file that is a link to one elsewhere stays a link.
            let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(SettingsFile.changed(old, setting, value).utf8).write(to: url, options: .atomic)
        } catch {
            throw Problem(description: "\(path): cannot be written; the choice holds until you quit")
        }
    }

    static func changed(_ text: String, _ setting: Setting, _ value: String) -> String {
        let line = "\(setting.rawValue) = \(value)"
        var lines = lines(text)
        let places = lines.indices.filter { pair(content(lines[$0])).flatMap { Setting(name: $0.name) } == setting }
        if let last = places.last {
            lines[last] = line
            for place in places.dropLast().reversed() { lines.remove(at: place) }
        } else {
            lines.append(line)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Longer than any list of choices; a device or a mistake may be.
    private static let sizeLimit = 1 << 20

    /// Nil if there is no file.
    private func text() -> Result<String?, Problem> {
        guard FileManager.default.fileExists(atPath: path) else { return .success(nil) }
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        )
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            (attributes?[.size] as? Int).map({ $0 <= SettingsFile.sizeLimit }) ?? false,
            let data = FileManager.default.contents(atPath: path)
        else {
            return .failure(Problem(description: "\(path): cannot be read; the usual settings are taken"))
        }
        return .success(String(decoding: data, as: UTF8.self))
    }

    private static func lines(_ text: String) -> [String] {
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }

    /// The line without its comment, which begins with a `#` at the start or behind a blank.
    private static func content(_ line: String) -> String {
        var previous: Character = " "
        let end = line.firstIndex { character in
            defer { previous = character }
            return character == "#" && previous.isWhitespace
        }
        return line[..<(end ?? line.endIndex)].trimmingWhitespace
    }

    private static func pair(_ words: String) -> (name: String, value: String)? {
        guard let sign = words.firstIndex(of: "=") else { return nil }
        let name = words[..<sign].trimmingWhitespace
        let value = words[words.index(after: sign)...].trimmingWhitespace
        return name.isEmpty || value.isEmpty ? nil : (name, value)
    }
}
