/// What the learner has chosen.
public struct Settings: Sendable, Equatable {
    private var values: [Setting: String] = [:]

    public init() {}

    /// As it is written; ``Setting/usual`` where nothing was chosen.
    public subscript(setting: Setting) -> String { values[setting] ?? Setting.usual }

    public var colour: Automatic { Automatic(rawValue: self[.colour]) ?? .auto }
    public var unicode: Automatic { Automatic(rawValue: self[.unicode]) ?? .auto }
    /// Nil: the surroundings decide.
    public var accessible: Bool? { ["on": true, "off": false][self[.accessible]] }

    /// Which command `edit` starts; nil: the one of the environment.
    public var editor: String? { values[.editor] }

    public enum Pager: Sendable, Equatable {
        case auto, off
        case command(String)
    }

    public var pager: Pager {
        switch self[.pager] {
        case Setting.usual: .auto
        case "off": .off
        case let command: .command(command)
        }
    }

    /// - Returns: why it cannot be so; nil when it is done.
    public mutating func set(_ setting: Setting, to value: String) -> String? {
        if let problem = setting.problem(with: value) { return problem }
        values[setting] = value == Setting.usual ? nil : value
        return nil
    }
}
