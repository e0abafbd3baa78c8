#include <offline/secret_store.h>

#include <base/encoding.h>

#include <libsecret/secret.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace offline {

namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }

    void operator()(GVariant* value) const { g_variant_unref(value); }

    void operator()(GError* error) const { g_error_free(error); }
};

template <class T>
using Owned = std::unique_ptr<T, Unref>;

/// Cancels what takes longer than it may: no service on the bus can make us hang.
class Deadline
{
  public:
    explicit Deadline(std::chrono::milliseconds patience)
        : m_cancellable(g_cancellable_new())
        , m_thread([this, patience](std::stop_token stop) {
            std::unique_lock lock(m_mutex);
            if (!m_over.wait_for(lock, stop, patience, [] { return false; }) && !stop.stop_requested())
                g_cancellable_cancel(m_cancellable.get());
        })
    {}

    [[nodiscard]] GCancellable* get() const { return m_cancellable.get(); }

  private:
    Owned<GCancellable> m_cancellable;
    std::mutex m_mutex;
    std::condition_variable_any m_over;
    std::jthread m_thread;
};

const SecretSchema& schema()
{
    static const SecretSchema Schema = {
        "org.onewindow.WorkstationKey",
        SECRET_SCHEMA_NONE,
        {{"id", SECRET_SCHEMA_ATTRIBUTE_STRING}, {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
        0,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr};
    return Schema;
}

Owned<GVariant> call(GDBusConnection* bus,
                     const char* path,
                     const char* interface,
                     const char* method,
                     GVariant* parameters,
                     const char* answer,
                     GCancellable* cancellable)
{
    GError* error = nullptr;
    Owned<GVariant> value(g_dbus_connection_call_sync(bus,
                                                      "org.freedesktop.secrets",
                                                      path,
                                                      interface,
                                                      method,
                                                      parameters,
                                                      G_VARIANT_TYPE(answer),
                                                      G_DBUS_CALL_FLAGS_NONE,
                                                      -1,
                                                      cancellable,
                                                      &error));
    const Owned<GError> ignored(error);
    return value;
}

/// There is a default collection and it is unlocked: reading and writing will not prompt.
bool isOpen(const std::string& busAddress, std::chrono::milliseconds patience)
{
    const Deadline deadline(patience);
    GError* error = nullptr;
    const Owned<GDBusConnection> bus(g_dbus_connection_new_for_address_sync(
        busAddress.c_str(),
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
        nullptr,
        deadline.get(),
        &error));
    const Owned<GError> ignored(error);
    if (!bus)
        return false;
    const auto alias = call(bus.get(),
                            "/org/freedesktop/secrets",
                            "org.freedesktop.Secret.Service",
                            "ReadAlias",
                            g_variant_new("(s)", "default"),
                            "(o)",
                            deadline.get());
    if (!alias)
        return false;
    const char* path = nullptr;
    g_variant_get(alias.get(), "(&o)", &path);
    if (std::string_view(path) == "/")
        return false;
    const auto locked = call(bus.get(),
                             path,
                             "org.freedesktop.DBus.Properties",
                             "Get",
                             g_variant_new("(ss)", "org.freedesktop.Secret.Collection", "Locked"),
                             "(v)",
                             deadline.get());
    if (!locked)
        return false;
    GVariant* inner = nullptr;
    g_variant_get(locked.get(), "(v)", &inner);
    const Owned<GVariant> value(inner);
    return g_variant_is_of_type(value.get(), G_VARIANT_TYPE_BOOLEAN)
           && g_variant_get_boolean(value.get()) == FALSE;
}

tl::unexpected<base::Error> failed(GError* error)
{
    const Owned<GError> owned(error);
    return base::fail(base::ErrorCode::Device,
                      "The desktop's secret store does not answer: {reason}",
                      {{"reason", owned ? owned->message : ""}});
}

}  // namespace

DesktopSecretStore::DesktopSecretStore(std::string busAddress, std::chrono::milliseconds patience)
    : m_busAddress(std::move(busAddress))
    , m_patience(patience)
{}

bool DesktopSecretStore::reachable()
{
    if (!m_reachable)
        m_reachable = !m_busAddress.empty() && isOpen(m_busAddress, m_patience);
    return *m_reachable;
}

base::Result<std::optional<base::Key>> DesktopSecretStore::find(std::string_view id)
{
    if (!reachable())
        return failed(nullptr);
    const Deadline deadline(m_patience);
    GError* error = nullptr;
    const std::string name(id);
    gchar* text = secret_password_lookup_sync(&schema(), deadline.get(), &error, "id", name.c_str(), nullptr);
    if (error != nullptr)
        return failed(error);
    if (text == nullptr)
        return std::optional<base::Key>();
    auto bytes = base::fromHex(text);
    secret_password_free(text);
    auto key = bytes ? base::Key::fromBytes(*bytes) : std::nullopt;
    if (bytes)
        base::wipe(*bytes);
    return key;
}

base::Status DesktopSecretStore::keep(std::string_view id, const base::Key& key)
{
    if (!reachable())
        return failed(nullptr);
    const Deadline deadline(m_patience);
    GError* error = nullptr;
    const std::string name(id);
    auto bytes = key.toString();
    auto text = base::toHex(bytes);
    const auto kept = secret_password_store_sync(&schema(),
                                                 SECRET_COLLECTION_DEFAULT,
                                                 "OneWindow",
                                                 text.c_str(),
                                                 deadline.get(),
                                                 &error,
                                                 "id",
                                                 name.c_str(),
                                                 nullptr);
    base::wipe(bytes);
    base::wipe(text);
    return kept == FALSE ? base::Status(failed(error)) : base::Status();
}

base::Status DesktopSecretStore::forget(std::string_view id)
{
    if (!reachable())
        return failed(nullptr);
    const Deadline deadline(m_patience);
    GError* error = nullptr;
    const std::string name(id);
    secret_password_clear_sync(&schema(), deadline.get(), &error, "id", name.c_str(), nullptr);
    return error != nullptr ? base::Status(failed(error)) : base::Status();
}

}  // namespace offline
