import ConcurrencyKit

struct Home: Equatable {
    var profile: String
    var photo: String
    var comments: String
}

func loadHome(
    of user: String,
    with fetch: @escaping (String) async throws -> String
) async throws -> Home {
    let photo = try await fetch("photo/\(user)")
    let profile = createTask { try await fetch("profile/\(user)") }
    let comments = createTask { try await fetch("comments/\(photo)") }
    return Home(profile: try await profile.value, photo: photo, comments: try await comments.value)
}
