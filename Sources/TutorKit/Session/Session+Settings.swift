import LessonKit

extension Session {
    /// `settings`, `settings colour`, `settings colour never`; also `settings colour=never`.
    mutating func configure(_ rest: String) -> [SessionEffect] {
        guard !rest.isEmpty else {
            return [
                .show(.columns(Setting.allCases.map { [$0.rawValue, settings[$0], $0.summary] })),
                .show(.words("`settings NAME VALUE` changes one, for good.")),
            ]
        }
        let name = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
        let names = Setting.allCases.map(\.rawValue)
        guard let setting = Setting(name: name) else {
            let clause = Suggestion.clause(
                for: name,
                among: names,
                otherwise: "; there are \(names.joined(separator: ", "))"
            )
            return [.complain("no setting '\(name)'\(clause)")]
        }
        let value = rest.dropFirst(name.count).drop { $0.isWhitespace || $0 == "=" }.trimmingWhitespace
        guard !value.isEmpty else {
            return [.show(.words("\(setting.rawValue) is \(settings[setting]). \(setting.summary.capitalisedFirst)."))]
        }
        if let problem = settings.set(setting, to: value) { return [.complain(problem)] }
        return [.configure(setting, value), .show(.words("\(setting.rawValue) is now \(value)."))]
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
