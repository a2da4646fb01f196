/*
 * Measures signatures through a PKCS #11 module.
 *
 *     CODE=1234 pkcs11 MODULE LABEL
 *
 * Signs the DigestInfo of SHA-256 over 32 bytes 00 to 1F with the first token's private RSA key of this label, by CKM_RSA_PKCS.
 * Says "key MODULUS EXPONENT" and "signature BYTES", hexadecimal, for somebody to verify, then "ready"; each later signature has to be the same
 * one. See measure.h for the rest; question 0 is C_SignInit and C_Sign.
 *
 * Source: PKCS #11 v2.40. The module's functions are found by their names, so that no header is needed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>

#include "measure.h"

typedef unsigned long word;

struct attribute {
    word type;
    void *value;
    word length;
};

struct mechanism {
    word type;
    void *parameter;
    word parameter_length;
};

enum {
    CKU_USER = 1,
    CKF_SERIAL_SESSION = 4,
    CKA_CLASS = 0x000,
    CKA_LABEL = 0x003,
    CKA_ID = 0x102,
    CKA_MODULUS = 0x120,
    CKA_PUBLIC_EXPONENT = 0x122,
    CKO_PUBLIC_KEY = 2,
    CKO_PRIVATE_KEY = 3,
    CKM_RSA_PKCS = 1,
    MAX_SLOTS = 32,
    MAX_KEY = 512,
};

static struct {
    word (*initialize)(void *);
    word (*finalize)(void *);
    word (*get_slot_list)(unsigned char, word *, word *);
    word (*open_session)(word, word, void *, void *, word *);
    word (*login)(word, word, const char *, word);
    word (*find_init)(word, struct attribute *, word);
    word (*find)(word, word *, word, word *);
    word (*find_final)(word);
    word (*get_attributes)(word, word, struct attribute *, word);
    word (*sign_init)(word, struct mechanism *, word);
    word (*sign)(word, const uint8_t *, word, uint8_t *, word *);
} module;

static word session;
static word private_key;
static uint8_t signature[MAX_KEY];
static word signature_length;

/* DigestInfo of SHA-256, RFC 8017, 9.2. */
static uint8_t digest_info[51] = { 0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20 };

static void check(word result, const char *what)
{
    if (result != 0) {
        fail("%s: %#lx", what, result);
    }
}

static void load(const char *path)
{
    void *library = dlopen(path, RTLD_NOW);
    if (library == NULL) {
        fail("%s", dlerror());
    }

    const struct {
        const char *name;
        void *place;
    } functions[] = {
        { "C_Initialize", &module.initialize },     { "C_Finalize", &module.finalize },
        { "C_GetSlotList", &module.get_slot_list }, { "C_OpenSession", &module.open_session },
        { "C_Login", &module.login },               { "C_FindObjectsInit", &module.find_init },
        { "C_FindObjects", &module.find },          { "C_FindObjectsFinal", &module.find_final },
        { "C_SignInit", &module.sign_init },        { "C_Sign", &module.sign },
        { "C_GetAttributeValue", &module.get_attributes },
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(library, functions[i].name);
        if (function == NULL) {
            fail("%s has no %s", path, functions[i].name);
        }

        memcpy(functions[i].place, &function, sizeof function);
    }
}

static word find(struct attribute *attributes, word count)
{
    word found = 0;
    word found_count = 0;
    check(module.find_init(session, attributes, count), "C_FindObjectsInit");
    check(module.find(session, &found, 1, &found_count), "C_FindObjects");
    check(module.find_final(session), "C_FindObjectsFinal");
    return found_count == 1 ? found : 0;
}

static void print_bytes(const uint8_t *bytes, word length)
{
    for (word i = 0; i < length; i++) {
        printf("%02X", bytes[i]);
    }
}

/* By the public key with the same CKA_ID. */
static void tell_key(void)
{
    uint8_t id[MAX_KEY];
    struct attribute its_id = { CKA_ID, id, sizeof id };
    check(module.get_attributes(session, private_key, &its_id, 1), "C_GetAttributeValue");
    word class = CKO_PUBLIC_KEY;
    word public_key = find((struct attribute[]){ { CKA_CLASS, &class, sizeof class }, its_id }, 2);
    if (public_key == 0) {
        fail("the token has no public key to its private one");
    }

    uint8_t modulus[MAX_KEY];
    uint8_t exponent[MAX_KEY];
    struct attribute parts[] = { { CKA_MODULUS, modulus, sizeof modulus }, { CKA_PUBLIC_EXPONENT, exponent, sizeof exponent } };
    check(module.get_attributes(session, public_key, parts, 2), "C_GetAttributeValue");
    printf("key ");
    print_bytes(modulus, parts[0].length);
    putchar(' ');
    print_bytes(exponent, parts[1].length);
    putchar('\n');
}

static void sign(uint8_t *result, word *length)
{
    struct mechanism pkcs1 = { CKM_RSA_PKCS, NULL, 0 };
    check(module.sign_init(session, &pkcs1, private_key), "C_SignInit");
    check(module.sign(session, digest_info, sizeof digest_info, result, length), "C_Sign");
}

static void sign_once(void *context, size_t number)
{
    (void)context;
    (void)number;
    uint8_t again[MAX_KEY];
    word length = sizeof again;
    sign(again, &length);
    if (length != signature_length || memcmp(again, signature, length) != 0) {
        fail("another signature of the same bytes");
    }
}

int main(int count, char **arguments)
{
    const char *code = getenv("CODE");
    if (count != 3 || code == NULL) {
        fail("usage: CODE=1234 pkcs11 MODULE LABEL");
    }

    load(arguments[1]);
    check(module.initialize(NULL), "C_Initialize");
    word slots[MAX_SLOTS];
    word slot_count = MAX_SLOTS;
    check(module.get_slot_list(1, slots, &slot_count), "C_GetSlotList");
    if (slot_count == 0) {
        fail("the module sees no token");
    }

    check(module.open_session(slots[0], CKF_SERIAL_SESSION, NULL, NULL, &session), "C_OpenSession");
    check(module.login(session, CKU_USER, code, strlen(code)), "C_Login");
    word class = CKO_PRIVATE_KEY;
    private_key = find((struct attribute[]){ { CKA_CLASS, &class, sizeof class }, { CKA_LABEL, arguments[2], strlen(arguments[2]) } }, 2);
    if (private_key == 0) {
        fail("the token has no private key %s", arguments[2]);
    }

    for (uint8_t i = 0; i < 32; i++) {
        digest_info[sizeof digest_info - 32 + i] = i;
    }

    tell_key();
    signature_length = sizeof signature;
    sign(signature, &signature_length);
    printf("signature ");
    print_bytes(signature, signature_length);
    putchar('\n');
    say("ready");
    struct samples samples = new_samples();
    size_t number;
    double seconds;
    while (read_order(&number, &seconds)) {
        measure(sign_once, NULL, number, seconds, &samples);
        tell_samples(samples.nanoseconds, samples.count, samples.seconds);
    }

    check(module.finalize(NULL), "C_Finalize");
    return 0;
}
