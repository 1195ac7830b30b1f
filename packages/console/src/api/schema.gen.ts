// Made from openapi.json by `npm run generate`.
export interface paths {
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All topics of events */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                topic: string;
                                title: string;
                                meaning: string;
                                /** @description Subscribes a webhook to all types of the topic, also to those that are added later. */
                                pattern: string;
                                /** @description In the order in which they mostly happen. */
                                types: string[];
                            }[];
                            /** @description There never is another page. */
                            nextCursor: null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a topic */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    topic: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Types of events that belong together. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            topic: string;
                            title: string;
                            meaning: string;
                            /** @description Subscribes a webhook to all types of the topic, also to those that are added later. */
                            pattern: string;
                            /** @description In the order in which they mostly happen. */
                            types: string[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All types of events */
        get: {
            parameters: {
                query?: {
                    topic?: "envelope" | "signer" | "session" | "form" | "document" | "storage" | "proof" | "signature_image" | "profile" | "template" | "application" | "bulk" | "webhook" | "platform";
                    /** @description Words that all stand in the name, the title or the meaning. */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description What webhooks subscribe to and receivers switch on. Never renamed. */
                                type: string;
                                topic: string;
                                action: string;
                                /** @description A few words for lists and menus. */
                                title: string;
                                /** @description When it fires. */
                                meaning: string;
                                /**
                                 * @description Of an event whose sender names none.
                                 * @enum {string}
                                 */
                                severity: "info" | "warning" | "error";
                                /** @description The content that a sender is asked to give: JSON Schema, draft 2020-12. Not enforced. */
                                schema: {
                                    [key: string]: unknown;
                                };
                                /** @description A realistic event of the type. */
                                example: {
                                    /** Format: date-time */
                                    occurredAt: string;
                                    envelope: {
                                        [key: string]: unknown;
                                    } | null;
                                    signer: {
                                        [key: string]: unknown;
                                    } | null;
                                    /** @description The facts that it is routed by. */
                                    routing: {
                                        [key: string]: unknown;
                                    };
                                    /** @description As a sender gives it; it follows the schema. */
                                    content: {
                                        [key: string]: unknown;
                                    };
                                };
                            }[];
                            /** @description There never is another page. */
                            nextCursor: null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a type of events */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What the catalogue tells about one type of events. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What webhooks subscribe to and receivers switch on. Never renamed. */
                            type: string;
                            topic: string;
                            action: string;
                            /** @description A few words for lists and menus. */
                            title: string;
                            /** @description When it fires. */
                            meaning: string;
                            /**
                             * @description Of an event whose sender names none.
                             * @enum {string}
                             */
                            severity: "info" | "warning" | "error";
                            /** @description The content that a sender is asked to give: JSON Schema, draft 2020-12. Not enforced. */
                            schema: {
                                [key: string]: unknown;
                            };
                            /** @description A realistic event of the type. */
                            example: {
                                /** Format: date-time */
                                occurredAt: string;
                                envelope: {
                                    [key: string]: unknown;
                                } | null;
                                signer: {
                                    [key: string]: unknown;
                                } | null;
                                /** @description The facts that it is routed by. */
                                routing: {
                                    [key: string]: unknown;
                                };
                                /** @description As a sender gives it; it follows the schema. */
                                content: {
                                    [key: string]: unknown;
                                };
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dialects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All receiver formats
         * @description What a webhook may choose as `payload.dialect`, and what each can do.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description What a webhook names as `payload.dialect`. */
                                name: string;
                                title: string;
                                meaning: string;
                                /** @description What a webhook may choose from. */
                                contentTypes: ("application/json" | "application/x-www-form-urlencoded" | "application/xml")[];
                                /** @description How its requests can be signed. */
                                schemes: ("hmac" | "ed25519")[];
                                /** @description What a webhook may say in `payload.options`. `values` null: any text. */
                                options: {
                                    name: string;
                                    meaning: string;
                                    required: boolean;
                                    values: string[] | null;
                                }[];
                                /** @description Names that mapped fields may not take. */
                                takenNames: string[];
                                /** @description Headers that it sets itself. */
                                headers: string[];
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                successNote: string | null;
                                /** @description Whether its requests carry a verification token. */
                                wantsToken: boolean;
                                /** @description The page about it, in the documentation that comes along. */
                                docs: string;
                            }[];
                            /** @description There never is another page. */
                            nextCursor: null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in page needs */
        get: {
            parameters: {
                query?: {
                    /** @description One that is not on the sign-in page, by the id that its signInUrl has. */
                    identityProvider?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Nobody has an account yet: the server prints a set-up link. */
                            setUpNeeded: boolean;
                            /** @description Whether this server sends mail. */
                            mail: boolean;
                            passwordCharactersMin: number;
                            identityProviders: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a link is good for
         * @description Of a set-up link, an invitation, a link to a new password, or one that confirms another address. It is not used up.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What stands after the # of the link. */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            kind: "set_up" | "invitation" | "password_reset" | "email_change";
                            email: string | null;
                            organization: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            role: string | null;
                            hasAccount: boolean;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the first super admin
         * @description By the link that a server without people prints when it starts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What stands after the # of the link. */
                        token: string;
                        email: string;
                        name: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "signed_in" | "second_factor";
                            me?: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    email: string;
                                    name: string;
                                    /** @description Of the whole server. */
                                    superAdmin: boolean;
                                    twoFactor: boolean;
                                    recoveryCodesLeft: number;
                                    hasPassword: boolean;
                                    /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                                    dismissed: string[];
                                    /** Format: date-time */
                                    createdAt: string;
                                };
                                session: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    via: "password" | "identity_provider";
                                    organizationId: string | null;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                };
                                organizations: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    role: "viewer" | "developer" | "admin" | "super_admin";
                                    /** @description Roles that differ in single environments. */
                                    environmentRoles: {
                                        /** @enum {string} */
                                        DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    };
                                    /** @description Its members reach it only with two-factor sign-in, or by its identity provider. */
                                    requiresTwoFactor: boolean;
                                    applications: {
                                        id: string;
                                        name: string;
                                    }[];
                                }[];
                                /** @description GET /organizations lists the others. */
                                moreOrganizations: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Sets the cookie of the session. `second_factor`: the cookie is good for POST /auth/second-factor only.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                        /** @description Stay signed in on this device. */
                        remember?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "signed_in" | "second_factor";
                            me?: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    email: string;
                                    name: string;
                                    /** @description Of the whole server. */
                                    superAdmin: boolean;
                                    twoFactor: boolean;
                                    recoveryCodesLeft: number;
                                    hasPassword: boolean;
                                    /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                                    dismissed: string[];
                                    /** Format: date-time */
                                    createdAt: string;
                                };
                                session: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    via: "password" | "identity_provider";
                                    organizationId: string | null;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                };
                                organizations: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    role: "viewer" | "developer" | "admin" | "super_admin";
                                    /** @description Roles that differ in single environments. */
                                    environmentRoles: {
                                        /** @enum {string} */
                                        DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    };
                                    /** @description Its members reach it only with two-factor sign-in, or by its identity provider. */
                                    requiresTwoFactor: boolean;
                                    applications: {
                                        id: string;
                                        name: string;
                                    }[];
                                }[];
                                /** @description GET /organizations lists the others. */
                                moreOrganizations: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the second factor
         * @description A code of the authenticator, or a recovery code.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "signed_in" | "second_factor";
                            me?: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    email: string;
                                    name: string;
                                    /** @description Of the whole server. */
                                    superAdmin: boolean;
                                    twoFactor: boolean;
                                    recoveryCodesLeft: number;
                                    hasPassword: boolean;
                                    /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                                    dismissed: string[];
                                    /** Format: date-time */
                                    createdAt: string;
                                };
                                session: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    via: "password" | "identity_provider";
                                    organizationId: string | null;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                };
                                organizations: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    role: "viewer" | "developer" | "admin" | "super_admin";
                                    /** @description Roles that differ in single environments. */
                                    environmentRoles: {
                                        /** @enum {string} */
                                        DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    };
                                    /** @description Its members reach it only with two-factor sign-in, or by its identity provider. */
                                    requiresTwoFactor: boolean;
                                    applications: {
                                        id: string;
                                        name: string;
                                    }[];
                                }[];
                                /** @description GET /organizations lists the others. */
                                moreOrganizations: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to a new password
         * @description Answers the same whether or not there is such a person.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password
         * @description All sessions of the person end. The second factor is asked for as ever.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What stands after the # of the link. */
                        token: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "signed_in" | "second_factor";
                            me?: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    email: string;
                                    name: string;
                                    /** @description Of the whole server. */
                                    superAdmin: boolean;
                                    twoFactor: boolean;
                                    recoveryCodesLeft: number;
                                    hasPassword: boolean;
                                    /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                                    dismissed: string[];
                                    /** Format: date-time */
                                    createdAt: string;
                                };
                                session: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    via: "password" | "identity_provider";
                                    organizationId: string | null;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                };
                                organizations: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    role: "viewer" | "developer" | "admin" | "super_admin";
                                    /** @description Roles that differ in single environments. */
                                    environmentRoles: {
                                        /** @enum {string} */
                                        DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    };
                                    /** @description Its members reach it only with two-factor sign-in, or by its identity provider. */
                                    requiresTwoFactor: boolean;
                                    applications: {
                                        id: string;
                                        name: string;
                                    }[];
                                }[];
                                /** @description GET /organizations lists the others. */
                                moreOrganizations: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-change/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm another e-mail address
         * @description By the link that was mailed to it. From now on the person signs in with it; the address before is told. Sessions stay.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What stands after the # of the link. */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Somebody new gives a name and a password; whoever has an account does it signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What stands after the # of the link. */
                        token: string;
                        name?: string;
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "signed_in" | "second_factor";
                            me?: {
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    email: string;
                                    name: string;
                                    /** @description Of the whole server. */
                                    superAdmin: boolean;
                                    twoFactor: boolean;
                                    recoveryCodesLeft: number;
                                    hasPassword: boolean;
                                    /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                                    dismissed: string[];
                                    /** Format: date-time */
                                    createdAt: string;
                                };
                                session: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    via: "password" | "identity_provider";
                                    organizationId: string | null;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                };
                                organizations: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    role: "viewer" | "developer" | "admin" | "super_admin";
                                    /** @description Roles that differ in single environments. */
                                    environmentRoles: {
                                        /** @enum {string} */
                                        DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                        /** @enum {string} */
                                        PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    };
                                    /** @description Its members reach it only with two-factor sign-in, or by its identity provider. */
                                    requiresTwoFactor: boolean;
                                    applications: {
                                        id: string;
                                        name: string;
                                    }[];
                                }[];
                                /** @description GET /organizations lists the others. */
                                moreOrganizations: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/identity-providers/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the identity provider of an address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            identityProvider: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/identity-providers/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in at an identity provider
         * @description For browsers: leads to the provider. `next` is the page to come back to.
         */
        get: {
            parameters: {
                query?: {
                    next?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where identity providers send browsers back to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and where */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            person: {
                                /** Format: uuid */
                                id: string;
                                email: string;
                                name: string;
                                /** @description Of the whole server. */
                                superAdmin: boolean;
                                twoFactor: boolean;
                                recoveryCodesLeft: number;
                                hasPassword: boolean;
                                /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                                dismissed: string[];
                                /** Format: date-time */
                                createdAt: string;
                            };
                            session: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                via: "password" | "identity_provider";
                                organizationId: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                            };
                            organizations: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "viewer" | "developer" | "admin" | "super_admin";
                                /** @description Roles that differ in single environments. */
                                environmentRoles: {
                                    /** @enum {string} */
                                    DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                };
                                /** @description Its members reach it only with two-factor sign-in, or by its identity provider. */
                                requiresTwoFactor: boolean;
                                applications: {
                                    id: string;
                                    name: string;
                                }[];
                            }[];
                            /** @description GET /organizations lists the others. */
                            moreOrganizations: boolean;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own name, and what is put away in the console */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                        dismissed?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            person: {
                                /** Format: uuid */
                                id: string;
                                email: string;
                                name: string;
                                /** @description Of the whole server. */
                                superAdmin: boolean;
                                twoFactor: boolean;
                                recoveryCodesLeft: number;
                                hasPassword: boolean;
                                /** @description Names of what this person has put away in the console, such as the first steps of an environment. */
                                dismissed: string[];
                                /** Format: date-time */
                                createdAt: string;
                            };
                            session: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                via: "password" | "identity_provider";
                                organizationId: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                            };
                            organizations: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "viewer" | "developer" | "admin" | "super_admin";
                                /** @description Roles that differ in single environments. */
                                environmentRoles: {
                                    /** @enum {string} */
                                    DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                };
                                /** @description Its members reach it only with two-factor sign-in, or by its identity provider. */
                                requiresTwoFactor: boolean;
                                applications: {
                                    id: string;
                                    name: string;
                                }[];
                            }[];
                            /** @description GET /organizations lists the others. */
                            moreOrganizations: boolean;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the own password
         * @description All other sessions end.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another e-mail address
         * @description A link is mailed to it; with POST /auth/email-change/confirm it becomes the own. Until then nothing changes. Answers the same when the address has an account already.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin with an authenticator
         * @description It counts once POST /me/two-factor/confirm had a code of it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            /** @description To be shown as a QR code. */
                            otpauthUrl: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the authenticator
         * @description All other sessions end.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once; each is good once. */
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get new recovery codes
         * @description The old ones end.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once; each is good once. */
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/two-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch two-factor sign-in off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the own sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                current: boolean;
                                /** @enum {string} */
                                via: "password" | "identity_provider";
                                address: string | null;
                                userAgent: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                lastUsedAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all other sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /**
                                 * Format: uuid
                                 * @description The person's.
                                 */
                                id: string;
                                email: string;
                                name: string;
                                /** @enum {string} */
                                role: "viewer" | "developer" | "admin" | "super_admin";
                                /** @description Roles that differ in single environments. */
                                environmentRoles: {
                                    /** @enum {string} */
                                    DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                };
                                twoFactor: boolean;
                                /** @enum {string} */
                                status: "active" | "disabled";
                                lastSignInAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description The account stays.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a member's role
         * @description Only super admins make super admins, or change one.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role?: "viewer" | "developer" | "admin" | "super_admin";
                        /** @description Roles that differ in single environments. */
                        environmentRoles?: {
                            /** @enum {string} */
                            DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            /** @enum {string} */
                            TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            /** @enum {string} */
                            STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            /** @enum {string} */
                            PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description The person's.
                             */
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "viewer" | "developer" | "admin" | "super_admin";
                            /** @description Roles that differ in single environments. */
                            environmentRoles: {
                                /** @enum {string} */
                                DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            };
                            twoFactor: boolean;
                            /** @enum {string} */
                            status: "active" | "disabled";
                            lastSignInAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/members/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a member a link to a new password
         * @description Mailed to the member. Where there is no mail, shown once, to be passed on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether it was mailed. */
                            sent: boolean;
                            link: string | null;
                            mailProblem: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/members/{id}/reset-two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch two-factor sign-in of a member off
         * @description For a member whose authenticator and recovery codes are lost.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List open invitations */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                email: string;
                                /** @enum {string} */
                                role: "viewer" | "developer" | "admin" | "super_admin";
                                /** @description Roles that differ in single environments. */
                                environmentRoles: {
                                    /** @enum {string} */
                                    DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                    /** @enum {string} */
                                    PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                };
                                invitedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite somebody
         * @description Mailed. Where there is no mail the link is shown once, to be passed on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @enum {string} */
                        role: "viewer" | "developer" | "admin" | "super_admin";
                        /** @description Roles that differ in single environments. */
                        environmentRoles?: {
                            /** @enum {string} */
                            DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            /** @enum {string} */
                            TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            /** @enum {string} */
                            STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            /** @enum {string} */
                            PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            email: string;
                            /** @enum {string} */
                            role: "viewer" | "developer" | "admin" | "super_admin";
                            /** @description Roles that differ in single environments. */
                            environmentRoles: {
                                /** @enum {string} */
                                DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            };
                            invitedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** @description Whether it was mailed. */
                            sent: boolean;
                            link: string | null;
                            mailProblem: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again
         * @description With a new link; the old one ends.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            email: string;
                            /** @enum {string} */
                            role: "viewer" | "developer" | "admin" | "super_admin";
                            /** @description Roles that differ in single environments. */
                            environmentRoles: {
                                /** @enum {string} */
                                DEVELOPMENT?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                TEST?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                STAGING?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                                /** @enum {string} */
                                PRODUCTION?: "viewer" | "developer" | "admin" | "super_admin" | "none";
                            };
                            invitedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** @description Whether it was mailed. */
                            sent: boolean;
                            link: string | null;
                            mailProblem: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List identity providers of an organization */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                organizationId: string | null;
                                name: string;
                                issuer: string;
                                clientId: string;
                                hasClientSecret: boolean;
                                defaultRole: ("viewer" | "developer" | "admin") | null;
                                trustsUnverifiedEmail: boolean;
                                domains: string[];
                                onSignInPage: boolean;
                                enabled: boolean;
                                /** @description To be entered at the provider. */
                                redirectUrl: string;
                                /** @description Leads its people straight to it. */
                                signInUrl: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add an identity provider of an organization
         * @description OpenID Connect. Its people sign in there; what they may do is decided here.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        issuer: string;
                        clientId: string;
                        clientSecret?: string;
                        /** @description The role of whoever comes without an invitation; null lets nobody in. */
                        defaultRole?: ("viewer" | "developer" | "admin") | null;
                        /** @description Believe addresses that the provider does not call verified. */
                        trustsUnverifiedEmail?: boolean;
                        /** @description Whoever enters such an address is led here. Set by super admins of the server. */
                        domains?: string[];
                        /** @description A button for everybody. Set by super admins of the server. */
                        onSignInPage?: boolean;
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            organizationId: string | null;
                            name: string;
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                            defaultRole: ("viewer" | "developer" | "admin") | null;
                            trustsUnverifiedEmail: boolean;
                            domains: string[];
                            onSignInPage: boolean;
                            enabled: boolean;
                            /** @description To be entered at the provider. */
                            redirectUrl: string;
                            /** @description Leads its people straight to it. */
                            signInUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/identity-providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an identity provider of an organization */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            organizationId: string | null;
                            name: string;
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                            defaultRole: ("viewer" | "developer" | "admin") | null;
                            trustsUnverifiedEmail: boolean;
                            domains: string[];
                            onSignInPage: boolean;
                            enabled: boolean;
                            /** @description To be entered at the provider. */
                            redirectUrl: string;
                            /** @description Leads its people straight to it. */
                            signInUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete an identity provider of an organization
         * @description Sessions that it vouches for end.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change an identity provider of an organization */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        issuer?: string;
                        clientId?: string;
                        clientSecret?: string;
                        /** @description The role of whoever comes without an invitation; null lets nobody in. */
                        defaultRole?: ("viewer" | "developer" | "admin") | null;
                        /** @description Believe addresses that the provider does not call verified. */
                        trustsUnverifiedEmail?: boolean;
                        /** @description Whoever enters such an address is led here. Set by super admins of the server. */
                        domains?: string[];
                        /** @description A button for everybody. Set by super admins of the server. */
                        onSignInPage?: boolean;
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            organizationId: string | null;
                            name: string;
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                            defaultRole: ("viewer" | "developer" | "admin") | null;
                            trustsUnverifiedEmail: boolean;
                            domains: string[];
                            onSignInPage: boolean;
                            enabled: boolean;
                            /** @description To be entered at the provider. */
                            redirectUrl: string;
                            /** @description Leads its people straight to it. */
                            signInUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/identity-providers/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask an identity provider of an organization for its configuration */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reachable: boolean;
                            problem: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List identity providers of the server */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                organizationId: string | null;
                                name: string;
                                issuer: string;
                                clientId: string;
                                hasClientSecret: boolean;
                                defaultRole: ("viewer" | "developer" | "admin") | null;
                                trustsUnverifiedEmail: boolean;
                                domains: string[];
                                onSignInPage: boolean;
                                enabled: boolean;
                                /** @description To be entered at the provider. */
                                redirectUrl: string;
                                /** @description Leads its people straight to it. */
                                signInUrl: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add an identity provider of the server
         * @description OpenID Connect. Its people sign in there; what they may do is decided here.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        issuer: string;
                        clientId: string;
                        clientSecret?: string;
                        /** @description The role of whoever comes without an invitation; null lets nobody in. */
                        defaultRole?: ("viewer" | "developer" | "admin") | null;
                        /** @description Believe addresses that the provider does not call verified. */
                        trustsUnverifiedEmail?: boolean;
                        /** @description Whoever enters such an address is led here. Set by super admins of the server. */
                        domains?: string[];
                        /** @description A button for everybody. Set by super admins of the server. */
                        onSignInPage?: boolean;
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            organizationId: string | null;
                            name: string;
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                            defaultRole: ("viewer" | "developer" | "admin") | null;
                            trustsUnverifiedEmail: boolean;
                            domains: string[];
                            onSignInPage: boolean;
                            enabled: boolean;
                            /** @description To be entered at the provider. */
                            redirectUrl: string;
                            /** @description Leads its people straight to it. */
                            signInUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an identity provider of the server */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            organizationId: string | null;
                            name: string;
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                            defaultRole: ("viewer" | "developer" | "admin") | null;
                            trustsUnverifiedEmail: boolean;
                            domains: string[];
                            onSignInPage: boolean;
                            enabled: boolean;
                            /** @description To be entered at the provider. */
                            redirectUrl: string;
                            /** @description Leads its people straight to it. */
                            signInUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete an identity provider of the server
         * @description Sessions that it vouches for end.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change an identity provider of the server */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        issuer?: string;
                        clientId?: string;
                        clientSecret?: string;
                        /** @description The role of whoever comes without an invitation; null lets nobody in. */
                        defaultRole?: ("viewer" | "developer" | "admin") | null;
                        /** @description Believe addresses that the provider does not call verified. */
                        trustsUnverifiedEmail?: boolean;
                        /** @description Whoever enters such an address is led here. Set by super admins of the server. */
                        domains?: string[];
                        /** @description A button for everybody. Set by super admins of the server. */
                        onSignInPage?: boolean;
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            organizationId: string | null;
                            name: string;
                            issuer: string;
                            clientId: string;
                            hasClientSecret: boolean;
                            defaultRole: ("viewer" | "developer" | "admin") | null;
                            trustsUnverifiedEmail: boolean;
                            domains: string[];
                            onSignInPage: boolean;
                            enabled: boolean;
                            /** @description To be entered at the provider. */
                            redirectUrl: string;
                            /** @description Leads its people straight to it. */
                            signInUrl: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/identity-providers/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask an identity provider of the server for its configuration */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reachable: boolean;
                            problem: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List people */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    /** @description A part of the address or the name. */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                email: string;
                                name: string;
                                superAdmin: boolean;
                                twoFactor: boolean;
                                hasPassword: boolean;
                                /** @enum {string} */
                                status: "active" | "disabled";
                                lastSignInAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                organizations: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    role: "viewer" | "developer" | "admin" | "super_admin";
                                }[];
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description Disabling ends all sessions.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        superAdmin?: boolean;
                        disabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            email: string;
                            name: string;
                            superAdmin: boolean;
                            twoFactor: boolean;
                            hasPassword: boolean;
                            /** @enum {string} */
                            status: "active" | "disabled";
                            lastSignInAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            organizations: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "viewer" | "developer" | "admin" | "super_admin";
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/people/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a person a link to a new password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether it was mailed. */
                            sent: boolean;
                            link: string | null;
                            mailProblem: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/reset-two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch two-factor sign-in of a person off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget the wrong guesses at a person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a person out everywhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this server is
         * @description Its version, and what its settings say that concerns whoever administers it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: string;
                            /** @description Where others reach it, by `SIGNPOST_PUBLIC_URL`; else where it listens. */
                            publicUrl: string;
                            /** @description Whether it can send mails (`SMTP_URL`). */
                            mailConfigured: boolean;
                            /** @description How long history is kept (`SIGNPOST_RETENTION_DAYS`); null: for good. */
                            retentionDays: number | null;
                            /** @description Processes that share its work. */
                            workers: number;
                            /** @description Processes of all servers on this database that were heard of in the last seconds. */
                            workersAlive: number;
                            /** @description Whether PostgreSQL is the one that comes along. */
                            embeddedDatabase: boolean;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List organizations */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                plan: "trial" | "basic" | "professional";
                                /** @enum {string} */
                                profile: "signpost" | "emsigner" | "esignglobal" | "ignisign" | "one-cp" | "cellosign";
                                /** @description As they are in force. */
                                policies: {
                                    /** @description A webhook is changed and deleted only while it is disabled. */
                                    changeOnlyWhileDisabled: boolean;
                                    /**
                                     * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                                     * @enum {string}
                                     */
                                    routing: "open" | "one-default";
                                    /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                                    requireRequestFrom: boolean;
                                    /** @description A webhook names at least one business unit. */
                                    requireBusinessUnit: boolean;
                                    /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                                    requireHttps: boolean;
                                    /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                                    requireTwoFactor: boolean;
                                    /** @description What has to be said when a webhook is created, beside its name and URL. */
                                    requiredFields: ("events" | "routing.triggers" | "auth")[];
                                    /** @description How a webhook may identify itself to its receiver. */
                                    authTypes: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                                    /**
                                     * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                                     * @enum {string}
                                     */
                                    defaultEventsMode: "all" | "only";
                                    /**
                                     * @description What a webhook receives that names neither a department nor a Request From.
                                     * @enum {string}
                                     */
                                    defaultReceives: "matching" | "unrouted";
                                    /** @description The receiver format of a new webhook. */
                                    defaultDialect: string;
                                    /** @description What answer counts as success. */
                                    defaultSuccess: ("2xx" | "200" | "dialect") | {
                                        /** @enum {string} */
                                        status: "2xx" | "200";
                                        body: {
                                            path: string;
                                            equals: string | number | boolean;
                                        };
                                    };
                                    /** @description When a delivery that failed is tried again. */
                                    defaultRetrySchedule: string[];
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create an organization
         * @description Its profile sets the policies; each can be changed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        plan?: "trial" | "basic" | "professional";
                        /** @enum {string} */
                        profile?: "signpost" | "emsigner" | "esignglobal" | "ignisign" | "one-cp" | "cellosign";
                        policies?: {
                            /** @description A webhook is changed and deleted only while it is disabled. */
                            changeOnlyWhileDisabled?: boolean;
                            /**
                             * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                             * @enum {string}
                             */
                            routing?: "open" | "one-default";
                            /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                            requireRequestFrom?: boolean;
                            /** @description A webhook names at least one business unit. */
                            requireBusinessUnit?: boolean;
                            /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                            requireHttps?: boolean;
                            /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                            requireTwoFactor?: boolean;
                            /** @description What has to be said when a webhook is created, beside its name and URL. */
                            requiredFields?: ("events" | "routing.triggers" | "auth")[];
                            /** @description How a webhook may identify itself to its receiver. */
                            authTypes?: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                            /**
                             * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                             * @enum {string}
                             */
                            defaultEventsMode?: "all" | "only";
                            /**
                             * @description What a webhook receives that names neither a department nor a Request From.
                             * @enum {string}
                             */
                            defaultReceives?: "matching" | "unrouted";
                            /** @description The receiver format of a new webhook. */
                            defaultDialect?: string;
                            /** @description What answer counts as success. */
                            defaultSuccess?: ("2xx" | "200" | "dialect") | {
                                /** @enum {string} */
                                status: "2xx" | "200";
                                body: {
                                    path: string;
                                    equals: string | number | boolean;
                                };
                            };
                            /** @description When a delivery that failed is tried again. */
                            defaultRetrySchedule?: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            plan: "trial" | "basic" | "professional";
                            /** @enum {string} */
                            profile: "signpost" | "emsigner" | "esignglobal" | "ignisign" | "one-cp" | "cellosign";
                            /** @description As they are in force. */
                            policies: {
                                /** @description A webhook is changed and deleted only while it is disabled. */
                                changeOnlyWhileDisabled: boolean;
                                /**
                                 * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                                 * @enum {string}
                                 */
                                routing: "open" | "one-default";
                                /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                                requireRequestFrom: boolean;
                                /** @description A webhook names at least one business unit. */
                                requireBusinessUnit: boolean;
                                /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                                requireHttps: boolean;
                                /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                                requireTwoFactor: boolean;
                                /** @description What has to be said when a webhook is created, beside its name and URL. */
                                requiredFields: ("events" | "routing.triggers" | "auth")[];
                                /** @description How a webhook may identify itself to its receiver. */
                                authTypes: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                                /**
                                 * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                                 * @enum {string}
                                 */
                                defaultEventsMode: "all" | "only";
                                /**
                                 * @description What a webhook receives that names neither a department nor a Request From.
                                 * @enum {string}
                                 */
                                defaultReceives: "matching" | "unrouted";
                                /** @description The receiver format of a new webhook. */
                                defaultDialect: string;
                                /** @description What answer counts as success. */
                                defaultSuccess: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /** @description When a delivery that failed is tried again. */
                                defaultRetrySchedule: string[];
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an organization */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            plan: "trial" | "basic" | "professional";
                            /** @enum {string} */
                            profile: "signpost" | "emsigner" | "esignglobal" | "ignisign" | "one-cp" | "cellosign";
                            /** @description As they are in force. */
                            policies: {
                                /** @description A webhook is changed and deleted only while it is disabled. */
                                changeOnlyWhileDisabled: boolean;
                                /**
                                 * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                                 * @enum {string}
                                 */
                                routing: "open" | "one-default";
                                /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                                requireRequestFrom: boolean;
                                /** @description A webhook names at least one business unit. */
                                requireBusinessUnit: boolean;
                                /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                                requireHttps: boolean;
                                /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                                requireTwoFactor: boolean;
                                /** @description What has to be said when a webhook is created, beside its name and URL. */
                                requiredFields: ("events" | "routing.triggers" | "auth")[];
                                /** @description How a webhook may identify itself to its receiver. */
                                authTypes: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                                /**
                                 * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                                 * @enum {string}
                                 */
                                defaultEventsMode: "all" | "only";
                                /**
                                 * @description What a webhook receives that names neither a department nor a Request From.
                                 * @enum {string}
                                 */
                                defaultReceives: "matching" | "unrouted";
                                /** @description The receiver format of a new webhook. */
                                defaultDialect: string;
                                /** @description What answer counts as success. */
                                defaultSuccess: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /** @description When a delivery that failed is tried again. */
                                defaultRetrySchedule: string[];
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an organization
         * @description Policies that are left out stay as they are. Another profile sets all policies anew, but for those in the same request; webhooks keep their settings. A plan without webhooks disables them and holds what waits for them; a plan with them undoes that.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        plan?: "trial" | "basic" | "professional";
                        /** @enum {string} */
                        profile?: "signpost" | "emsigner" | "esignglobal" | "ignisign" | "one-cp" | "cellosign";
                        policies?: {
                            /** @description A webhook is changed and deleted only while it is disabled. */
                            changeOnlyWhileDisabled?: boolean;
                            /**
                             * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                             * @enum {string}
                             */
                            routing?: "open" | "one-default";
                            /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                            requireRequestFrom?: boolean;
                            /** @description A webhook names at least one business unit. */
                            requireBusinessUnit?: boolean;
                            /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                            requireHttps?: boolean;
                            /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                            requireTwoFactor?: boolean;
                            /** @description What has to be said when a webhook is created, beside its name and URL. */
                            requiredFields?: ("events" | "routing.triggers" | "auth")[];
                            /** @description How a webhook may identify itself to its receiver. */
                            authTypes?: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                            /**
                             * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                             * @enum {string}
                             */
                            defaultEventsMode?: "all" | "only";
                            /**
                             * @description What a webhook receives that names neither a department nor a Request From.
                             * @enum {string}
                             */
                            defaultReceives?: "matching" | "unrouted";
                            /** @description The receiver format of a new webhook. */
                            defaultDialect?: string;
                            /** @description What answer counts as success. */
                            defaultSuccess?: ("2xx" | "200" | "dialect") | {
                                /** @enum {string} */
                                status: "2xx" | "200";
                                body: {
                                    path: string;
                                    equals: string | number | boolean;
                                };
                            };
                            /** @description When a delivery that failed is tried again. */
                            defaultRetrySchedule?: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            plan: "trial" | "basic" | "professional";
                            /** @enum {string} */
                            profile: "signpost" | "emsigner" | "esignglobal" | "ignisign" | "one-cp" | "cellosign";
                            /** @description As they are in force. */
                            policies: {
                                /** @description A webhook is changed and deleted only while it is disabled. */
                                changeOnlyWhileDisabled: boolean;
                                /**
                                 * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                                 * @enum {string}
                                 */
                                routing: "open" | "one-default";
                                /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                                requireRequestFrom: boolean;
                                /** @description A webhook names at least one business unit. */
                                requireBusinessUnit: boolean;
                                /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                                requireHttps: boolean;
                                /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                                requireTwoFactor: boolean;
                                /** @description What has to be said when a webhook is created, beside its name and URL. */
                                requiredFields: ("events" | "routing.triggers" | "auth")[];
                                /** @description How a webhook may identify itself to its receiver. */
                                authTypes: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                                /**
                                 * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                                 * @enum {string}
                                 */
                                defaultEventsMode: "all" | "only";
                                /**
                                 * @description What a webhook receives that names neither a department nor a Request From.
                                 * @enum {string}
                                 */
                                defaultReceives: "matching" | "unrouted";
                                /** @description The receiver format of a new webhook. */
                                defaultDialect: string;
                                /** @description What answer counts as success. */
                                defaultSuccess: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /** @description When a delivery that failed is tried again. */
                                defaultRetrySchedule: string[];
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List profiles
         * @description The policies that each profile sets.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @enum {string} */
                                name: "signpost" | "emsigner" | "esignglobal" | "ignisign" | "one-cp" | "cellosign";
                                policies: {
                                    /** @description A webhook is changed and deleted only while it is disabled. */
                                    changeOnlyWhileDisabled: boolean;
                                    /**
                                     * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                                     * @enum {string}
                                     */
                                    routing: "open" | "one-default";
                                    /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                                    requireRequestFrom: boolean;
                                    /** @description A webhook names at least one business unit. */
                                    requireBusinessUnit: boolean;
                                    /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                                    requireHttps: boolean;
                                    /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                                    requireTwoFactor: boolean;
                                    /** @description What has to be said when a webhook is created, beside its name and URL. */
                                    requiredFields: ("events" | "routing.triggers" | "auth")[];
                                    /** @description How a webhook may identify itself to its receiver. */
                                    authTypes: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                                    /**
                                     * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                                     * @enum {string}
                                     */
                                    defaultEventsMode: "all" | "only";
                                    /**
                                     * @description What a webhook receives that names neither a department nor a Request From.
                                     * @enum {string}
                                     */
                                    defaultReceives: "matching" | "unrouted";
                                    /** @description The receiver format of a new webhook. */
                                    defaultDialect: string;
                                    /** @description What answer counts as success. */
                                    defaultSuccess: ("2xx" | "200" | "dialect") | {
                                        /** @enum {string} */
                                        status: "2xx" | "200";
                                        body: {
                                            path: string;
                                            equals: string | number | boolean;
                                        };
                                    };
                                    /** @description When a delivery that failed is tried again. */
                                    defaultRetrySchedule: string[];
                                };
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was done */
        get: {
            parameters: {
                query?: {
                    /** @description The id of a person or key, or `root`, `system`, `anonymous`. */
                    actor?: string;
                    /** @description Exactly, as in `webhook.updated`. */
                    action?: string;
                    /** @description As in `webhook`. */
                    objectKind?: string;
                    /** @description The id of what it was done to. */
                    objectId?: string;
                    /** @description At or after. */
                    from?: string;
                    /** @description Before. */
                    to?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                organizationId: string | null;
                                applicationId: string | null;
                                environment: string | null;
                                actor: {
                                    /** @enum {string} */
                                    kind: "person" | "key" | "root" | "system" | "anonymous";
                                    id: string | null;
                                    name: string | null;
                                };
                                address: string | null;
                                userAgent: string | null;
                                requestId: string | null;
                                /** @description The kind of object and what happened to it: `webhook.updated`. */
                                action: string;
                                object: {
                                    kind: string;
                                    id: string | null;
                                    name: string | null;
                                };
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what was done */
        get: {
            parameters: {
                query?: {
                    /** @description The id of a person or key, or `root`, `system`, `anonymous`. */
                    actor?: string;
                    /** @description Exactly, as in `webhook.updated`. */
                    action?: string;
                    /** @description As in `webhook`. */
                    objectKind?: string;
                    /** @description The id of what it was done to. */
                    objectId?: string;
                    /** @description At or after. */
                    from?: string;
                    /** @description Before. */
                    to?: string;
                    /** @description Of at most 100,000 entries. */
                    format?: "csv" | "ndjson";
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file, the newest entries first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/x-ndjson": string;
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was done on this server */
        get: {
            parameters: {
                query?: {
                    /** @description The id of a person or key, or `root`, `system`, `anonymous`. */
                    actor?: string;
                    /** @description Exactly, as in `webhook.updated`. */
                    action?: string;
                    /** @description As in `webhook`. */
                    objectKind?: string;
                    /** @description The id of what it was done to. */
                    objectId?: string;
                    /** @description At or after. */
                    from?: string;
                    /** @description Before. */
                    to?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                organizationId: string | null;
                                applicationId: string | null;
                                environment: string | null;
                                actor: {
                                    /** @enum {string} */
                                    kind: "person" | "key" | "root" | "system" | "anonymous";
                                    id: string | null;
                                    name: string | null;
                                };
                                address: string | null;
                                userAgent: string | null;
                                requestId: string | null;
                                /** @description The kind of object and what happened to it: `webhook.updated`. */
                                action: string;
                                object: {
                                    kind: string;
                                    id: string | null;
                                    name: string | null;
                                };
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what was done on this server */
        get: {
            parameters: {
                query?: {
                    /** @description The id of a person or key, or `root`, `system`, `anonymous`. */
                    actor?: string;
                    /** @description Exactly, as in `webhook.updated`. */
                    action?: string;
                    /** @description As in `webhook`. */
                    objectKind?: string;
                    /** @description The id of what it was done to. */
                    objectId?: string;
                    /** @description At or after. */
                    from?: string;
                    /** @description Before. */
                    to?: string;
                    /** @description Of at most 100,000 entries. */
                    format?: "csv" | "ndjson";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file, the newest entries first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/x-ndjson": string;
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List applications */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: string;
                                /** Format: uuid */
                                organizationId: string;
                                name: string;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create an application */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id?: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** Format: uuid */
                            organizationId: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an application
         * @description With the name of its organization. Any key of the application may, of whatever scopes.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** Format: uuid */
                            organizationId: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            organization: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                plan: "trial" | "basic" | "professional";
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List keys */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                scopes: string[];
                                /** @enum {string} */
                                status: "active" | "expired";
                                expiresAt: string | null;
                                lastUsedAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a key */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        scopes: ("events:write" | "events:read" | "webhooks:write" | "webhooks:read" | "sources:write" | "sources:read")[];
                        expiresAt?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Shown this once. */
                            key: string;
                            expiresAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List departments
         * @description `name` finds the one of that name, ignoring case.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    name?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a department */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a department */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a department
         * @description Refused while webhooks filter by it; `details.webhooks` names them.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a department
         * @description What refers to it goes on referring to it, also under a new name.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/departments/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What refers to a department
         * @description Webhooks that filter by it, and envelopes that name it, in all applications and environments.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description While webhooks filter by an entry it cannot be deleted. Envelopes that name it stay as they are. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                count: number;
                                /** @description The first of them. */
                                named: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    applicationId: string;
                                    /** @enum {string} */
                                    environment: "DEVELOPMENT" | "TEST" | "STAGING" | "PRODUCTION";
                                }[];
                            };
                            envelopes: {
                                count: number;
                                /** @description There are more envelopes than were looked through. */
                                isAtLeast: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/source-systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List source systems
         * @description `name` finds the one of that name, ignoring case.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    name?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a source system */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/source-systems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a source system */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a source system
         * @description Refused while webhooks filter by it; `details.webhooks` names them.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a source system
         * @description What refers to it goes on referring to it, also under a new name.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/source-systems/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What refers to a source system
         * @description Webhooks that filter by it, and envelopes that name it, in all applications and environments.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description While webhooks filter by an entry it cannot be deleted. Envelopes that name it stay as they are. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                count: number;
                                /** @description The first of them. */
                                named: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    applicationId: string;
                                    /** @enum {string} */
                                    environment: "DEVELOPMENT" | "TEST" | "STAGING" | "PRODUCTION";
                                }[];
                            };
                            envelopes: {
                                count: number;
                                /** @description There are more envelopes than were looked through. */
                                isAtLeast: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/business-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List business units
         * @description `name` finds the one of that name, ignoring case.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    name?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                companies: {
                                    name: string;
                                    fields: {
                                        [key: string]: string;
                                    };
                                }[];
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a business unit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name: string;
                        companies?: {
                            /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                            name: string;
                            /** @description Can be reported with each event: `{"costCenter": "42"}`. */
                            fields?: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            companies: {
                                name: string;
                                fields: {
                                    [key: string]: string;
                                };
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/business-units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a business unit */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            companies: {
                                name: string;
                                fields: {
                                    [key: string]: string;
                                };
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a business unit
         * @description Refused while webhooks filter by it; `details.webhooks` names them.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a business unit
         * @description What refers to it goes on referring to it, also under a new name.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name?: string;
                        companies?: {
                            /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                            name: string;
                            /** @description Can be reported with each event: `{"costCenter": "42"}`. */
                            fields?: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            companies: {
                                name: string;
                                fields: {
                                    [key: string]: string;
                                };
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/business-units/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What refers to a business unit
         * @description Webhooks that filter by it, and envelopes that name it, in all applications and environments.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description While webhooks filter by an entry it cannot be deleted. Envelopes that name it stay as they are. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                count: number;
                                /** @description The first of them. */
                                named: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    applicationId: string;
                                    /** @enum {string} */
                                    environment: "DEVELOPMENT" | "TEST" | "STAGING" | "PRODUCTION";
                                }[];
                            };
                            envelopes: {
                                count: number;
                                /** @description There are more envelopes than were looked through. */
                                isAtLeast: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List templates
         * @description `name` finds the one of that name, ignoring case.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    name?: string;
                };
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                webhooks: string[];
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a template */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name: string;
                        /** @description Webhooks that an envelope made from the template tells: ids, of any environment. */
                        webhooks?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            webhooks: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a template */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            webhooks: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a template
         * @description Refused while webhooks filter by it; `details.webhooks` names them.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a template
         * @description What refers to it goes on referring to it, also under a new name.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept without white space around it. Unique among its kind, ignoring case. */
                        name?: string;
                        /** @description Webhooks that an envelope made from the template tells: ids, of any environment. */
                        webhooks?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            webhooks: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/templates/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What refers to a template
         * @description Webhooks that filter by it, and envelopes that name it, in all applications and environments.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description While webhooks filter by an entry it cannot be deleted. Envelopes that name it stay as they are. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                count: number;
                                /** @description The first of them. */
                                named: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    applicationId: string;
                                    /** @enum {string} */
                                    environment: "DEVELOPMENT" | "TEST" | "STAGING" | "PRODUCTION";
                                }[];
                            };
                            envelopes: {
                                count: number;
                                /** @description There are more envelopes than were looked through. */
                                isAtLeast: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhook-defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a new webhook begins with
         * @description The organization's policies, and what they make of a webhook of which nothing else is said.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What the form of a webhook begins with, and what it has to keep to. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            plan: "trial" | "basic" | "professional";
                            /** @description What the organization asks of its webhooks. */
                            policies: {
                                /** @description A webhook is changed and deleted only while it is disabled. */
                                changeOnlyWhileDisabled: boolean;
                                /**
                                 * @description `one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.
                                 * @enum {string}
                                 */
                                routing: "open" | "one-default";
                                /** @description An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is. */
                                requireRequestFrom: boolean;
                                /** @description A webhook names at least one business unit. */
                                requireBusinessUnit: boolean;
                                /** @description In PRODUCTION the URL of a webhook begins with https://, and so does its token URL. */
                                requireHttps: boolean;
                                /** @description Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there. */
                                requireTwoFactor: boolean;
                                /** @description What has to be said when a webhook is created, beside its name and URL. */
                                requiredFields: ("events" | "routing.triggers" | "auth")[];
                                /** @description How a webhook may identify itself to its receiver. */
                                authTypes: ("none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls")[];
                                /**
                                 * @description How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).
                                 * @enum {string}
                                 */
                                defaultEventsMode: "all" | "only";
                                /**
                                 * @description What a webhook receives that names neither a department nor a Request From.
                                 * @enum {string}
                                 */
                                defaultReceives: "matching" | "unrouted";
                                /** @description The receiver format of a new webhook. */
                                defaultDialect: string;
                                /** @description What answer counts as success. */
                                defaultSuccess: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /** @description When a delivery that failed is tried again. */
                                defaultRetrySchedule: string[];
                            };
                            /** @description What a new webhook is where nothing else is said. */
                            webhook: {
                                kind: string;
                                firing: string;
                                events: {
                                    /** @enum {string} */
                                    mode: "all" | "only";
                                    types?: string[];
                                    except?: string[];
                                };
                                routing: {
                                    requestFrom: string[];
                                    departments: string[];
                                    businessUnits: string[];
                                    templates: string[];
                                    triggers: ("page" | "integration")[];
                                    appIds: string[];
                                    /** @enum {string} */
                                    receives: "matching" | "unrouted";
                                };
                                delivery: {
                                    timeoutSeconds: number;
                                    verifyTls: boolean;
                                    ca: string | null;
                                    headers: {
                                        [key: string]: string;
                                    };
                                    retrySchedule: string[];
                                    /**
                                     * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                     * @enum {string}
                                     */
                                    ordering: "none" | "per-envelope";
                                    maxPerSecond: number | null;
                                    maxConcurrent: number | null;
                                    /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                    success: ("2xx" | "200" | "dialect") | {
                                        /** @enum {string} */
                                        status: "2xx" | "200";
                                        body: {
                                            path: string;
                                            equals: string | number | boolean;
                                        };
                                    };
                                };
                                payload: {
                                    /** @description The format that its receiver speaks. */
                                    dialect: string;
                                    /** @enum {string} */
                                    contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                    /** @enum {string} */
                                    accept: "application/json" | "application/xml";
                                    /**
                                     * @description `status`: only what became of the envelope. `everything`: the content too.
                                     * @enum {string}
                                     */
                                    data: "status" | "everything";
                                    /** @description Names of company fields, reported for each company of the event's business unit. */
                                    extraFields: string[];
                                    /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                    fieldMapping: (string | {
                                        from: string;
                                        to: string;
                                    })[];
                                    /** @enum {string} */
                                    documents: "link";
                                    /** @description Options of the dialect, by name. */
                                    options: {
                                        [key: string]: string;
                                    };
                                };
                                alerts: {
                                    /**
                                     * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                     * @enum {string}
                                     */
                                    rules: "organization" | "own";
                                    afterConsecutiveFailures: number | null;
                                    disableAfter: string | null;
                                    failureRate: {
                                        percent: number;
                                        hours: number;
                                        attemptsMin: number;
                                    } | null;
                                    emails: string[];
                                };
                            };
                            /** @description Where at most one webhook may name neither a department nor a Request From: the one that does. Else null. */
                            defaultWebhook: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                description: string;
                                url: string;
                                /** @enum {string} */
                                status: "enabled" | "disabled";
                                disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                                disabledAt: string | null;
                                events: {
                                    /** @enum {string} */
                                    mode: "all" | "only";
                                    types?: string[];
                                    except?: string[];
                                };
                                /**
                                 * @description `callout`: called when an answer is needed at once; events do not go to it.
                                 * @enum {string}
                                 */
                                kind: "notification" | "callout";
                                /** @enum {string} */
                                firing: "implicit" | "explicit";
                                routing: {
                                    requestFrom: string[];
                                    departments: string[];
                                    businessUnits: string[];
                                    templates: string[];
                                    triggers: ("page" | "integration")[];
                                    appIds: string[];
                                    /** @enum {string} */
                                    receives: "matching" | "unrouted";
                                };
                                delivery: {
                                    timeoutSeconds: number;
                                    verifyTls: boolean;
                                    ca: string | null;
                                    headers: {
                                        [key: string]: string;
                                    };
                                    retrySchedule: string[];
                                    /**
                                     * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                     * @enum {string}
                                     */
                                    ordering: "none" | "per-envelope";
                                    maxPerSecond: number | null;
                                    maxConcurrent: number | null;
                                    /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                    success: ("2xx" | "200" | "dialect") | {
                                        /** @enum {string} */
                                        status: "2xx" | "200";
                                        body: {
                                            path: string;
                                            equals: string | number | boolean;
                                        };
                                    };
                                };
                                auth: {
                                    /** @enum {string} */
                                    type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                    username?: string;
                                    passwordSet?: boolean;
                                    name?: string;
                                    valueSet?: boolean;
                                    tokenSet?: boolean;
                                    tokenUrl?: string;
                                    /** @enum {string} */
                                    grant?: "client_credentials" | "password";
                                    clientId?: string;
                                    clientSecretSet?: boolean;
                                    scope?: string | null;
                                    audience?: string | null;
                                    /** @enum {string} */
                                    clientAuth?: "basic" | "body";
                                    /** @enum {string} */
                                    requestFormat?: "form" | "json";
                                    subject?: string;
                                    issuer?: string;
                                    /** @description SHA-256 of the client certificate. */
                                    fingerprint?: string;
                                    /** Format: date-time */
                                    notAfter?: string;
                                    /**
                                     * @description `soon`: the client certificate expires within 30 days.
                                     * @enum {string}
                                     */
                                    expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                    keySet?: boolean;
                                };
                                /** @description The certificates of `delivery.ca`, read. */
                                authorities: {
                                    subject: string;
                                    issuer: string;
                                    /** @description SHA-256. */
                                    fingerprint: string;
                                    /** Format: date-time */
                                    notAfter: string;
                                    /**
                                     * @description `soon`: the certificate expires within 30 days.
                                     * @enum {string}
                                     */
                                    expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                                }[];
                                payload: {
                                    /** @description The format that its receiver speaks. */
                                    dialect: string;
                                    /** @enum {string} */
                                    contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                    /** @enum {string} */
                                    accept: "application/json" | "application/xml";
                                    /**
                                     * @description `status`: only what became of the envelope. `everything`: the content too.
                                     * @enum {string}
                                     */
                                    data: "status" | "everything";
                                    /** @description Names of company fields, reported for each company of the event's business unit. */
                                    extraFields: string[];
                                    /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                    fieldMapping: (string | {
                                        from: string;
                                        to: string;
                                    })[];
                                    /** @enum {string} */
                                    documents: "link";
                                    /** @description Options of the dialect, by name. */
                                    options: {
                                        [key: string]: string;
                                    };
                                };
                                alerts: {
                                    /**
                                     * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                     * @enum {string}
                                     */
                                    rules: "organization" | "own";
                                    afterConsecutiveFailures: number | null;
                                    disableAfter: string | null;
                                    failureRate: {
                                        percent: number;
                                        hours: number;
                                        attemptsMin: number;
                                    } | null;
                                    emails: string[];
                                };
                                signing: {
                                    /**
                                     * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                     * @enum {string}
                                     */
                                    scheme: "hmac" | "ed25519";
                                    publicKey: string | null;
                                    /** Format: date-time */
                                    since: string;
                                    overlapEndsAt: string | null;
                                };
                                /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                                notices: {
                                    /** @enum {string} */
                                    code: "types_not_expressed" | "nothing_expressed";
                                    /** @description The setting that it is about. */
                                    path: string;
                                    message: string;
                                    types: string[];
                                }[];
                                /** @description Grows with every change; also the ETag. */
                                revision: number;
                                health: {
                                    /**
                                     * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                     * @enum {string}
                                     */
                                    state: "healthy" | "failing" | "warned" | "disabled";
                                    consecutiveFailures: number;
                                    failingSince: string | null;
                                    disableAt: string | null;
                                    alertId: string | null;
                                    lastSuccessAt: string | null;
                                    lastFailureAt: string | null;
                                    pausedUntil: string | null;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a webhook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        url: string;
                        /** @enum {string} */
                        status?: "enabled" | "disabled";
                        signing?: {
                            /**
                             * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                             * @enum {string}
                             */
                            scheme?: "hmac" | "ed25519";
                            /** @description A secret that its receiver has already, for example the HMAC key of a vendor: `whsec_…` (the base64 of 24 to 64 bytes), or any other text of 8 to 200 printable ASCII characters. Made here when left out. */
                            secret?: string;
                        };
                        description?: string;
                        /**
                         * @description `callout`: called when an answer is needed at once; events do not go to it.
                         * @enum {string}
                         */
                        kind?: "notification" | "callout";
                        /** @enum {string} */
                        firing?: "implicit" | "explicit";
                        events?: {
                            /**
                             * @description When it is left out: the mode that the webhook has, and for a new one the organization's policy `defaultEventsMode`.
                             * @enum {string}
                             */
                            mode?: "all" | "only";
                            /** @description Event types, or all types of a topic: `signer.*`. */
                            types?: string[];
                            /** @description Event types, or all types of a topic: `signer.*`. */
                            except?: string[];
                        };
                        /** @description Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took. */
                        routing?: {
                            requestFrom?: string[];
                            departments?: string[];
                            businessUnits?: string[];
                            templates?: string[];
                            triggers?: ("page" | "integration")[];
                            appIds?: string[];
                            /** @enum {string} */
                            receives?: "matching" | "unrouted";
                        };
                        delivery?: {
                            timeoutSeconds?: number;
                            verifyTls?: boolean;
                            ca?: string | null;
                            headers?: {
                                [key: string]: string;
                            };
                            retrySchedule?: string[];
                            /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                            success?: ("2xx" | "200" | "dialect") | {
                                /** @enum {string} */
                                status: "2xx" | "200";
                                body: {
                                    path: string;
                                    equals: string | number | boolean;
                                };
                            };
                            /**
                             * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                             * @enum {string}
                             */
                            ordering?: "none" | "per-envelope";
                            maxPerSecond?: number | null;
                            maxConcurrent?: number | null;
                        };
                        /** @description How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                        auth?: {
                            /** @enum {string} */
                            type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                            username?: string;
                            password?: string;
                            name?: string;
                            value?: string;
                            token?: string;
                            tokenUrl?: string;
                            /** @enum {string} */
                            grant?: "client_credentials" | "password";
                            clientId?: string;
                            clientSecret?: string;
                            scope?: string | null;
                            audience?: string | null;
                            /**
                             * @description How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.
                             * @enum {string}
                             */
                            clientAuth?: "basic" | "body";
                            /**
                             * @description How the body of the token request is written: as a form (when left out), or as JSON.
                             * @enum {string}
                             */
                            requestFormat?: "form" | "json";
                            certificate?: string;
                            key?: string;
                            passphrase?: string;
                        };
                        /** @description What requests carry, and in which form. */
                        payload?: {
                            /** @description The format that its receiver speaks. */
                            dialect?: string;
                            /** @enum {string} */
                            contentType?: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                            /** @enum {string} */
                            accept?: "application/json" | "application/xml";
                            /**
                             * @description `status`: only what became of the envelope. `everything`: the content too.
                             * @enum {string}
                             */
                            data?: "status" | "everything";
                            /** @description Names of company fields, reported for each company of the event's business unit. */
                            extraFields?: string[];
                            /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                            fieldMapping?: (string | {
                                from: string;
                                to: string;
                            })[];
                            /** @enum {string} */
                            documents?: "link";
                            /** @description Options of the dialect, by name. */
                            options?: {
                                [key: string]: string;
                            };
                        };
                        /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                        alerts?: {
                            /**
                             * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                             * @enum {string}
                             */
                            rules?: "organization" | "own";
                            afterConsecutiveFailures?: number | null;
                            disableAfter?: string | null;
                            failureRate?: {
                                percent: number;
                                hours?: number;
                                attemptsMin?: number;
                            } | null;
                            emails?: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            secret: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description What is pending is cancelled; history stays. Where the policy `changeOnlyWhileDisabled` holds, it must be disabled.
         */
        delete: {
            parameters: {
                query?: {
                    /** @description The name of the webhook. */
                    confirm?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description What is left out stays as it is. With If-Match (the ETag of what was read) a change that somebody else made in between is not overwritten. Where the policy `changeOnlyWhileDisabled` holds, it must be disabled.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        url?: string;
                        description?: string;
                        /**
                         * @description `callout`: called when an answer is needed at once; events do not go to it.
                         * @enum {string}
                         */
                        kind?: "notification" | "callout";
                        /** @enum {string} */
                        firing?: "implicit" | "explicit";
                        events?: {
                            /**
                             * @description When it is left out: the mode that the webhook has, and for a new one the organization's policy `defaultEventsMode`.
                             * @enum {string}
                             */
                            mode?: "all" | "only";
                            /** @description Event types, or all types of a topic: `signer.*`. */
                            types?: string[];
                            /** @description Event types, or all types of a topic: `signer.*`. */
                            except?: string[];
                        };
                        /** @description Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took. */
                        routing?: {
                            requestFrom?: string[];
                            departments?: string[];
                            businessUnits?: string[];
                            templates?: string[];
                            triggers?: ("page" | "integration")[];
                            appIds?: string[];
                            /** @enum {string} */
                            receives?: "matching" | "unrouted";
                        };
                        delivery?: {
                            timeoutSeconds?: number;
                            verifyTls?: boolean;
                            ca?: string | null;
                            headers?: {
                                [key: string]: string;
                            };
                            retrySchedule?: string[];
                            /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                            success?: ("2xx" | "200" | "dialect") | {
                                /** @enum {string} */
                                status: "2xx" | "200";
                                body: {
                                    path: string;
                                    equals: string | number | boolean;
                                };
                            };
                            /**
                             * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                             * @enum {string}
                             */
                            ordering?: "none" | "per-envelope";
                            maxPerSecond?: number | null;
                            maxConcurrent?: number | null;
                        };
                        /** @description How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                        auth?: {
                            /** @enum {string} */
                            type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                            username?: string;
                            password?: string;
                            name?: string;
                            value?: string;
                            token?: string;
                            tokenUrl?: string;
                            /** @enum {string} */
                            grant?: "client_credentials" | "password";
                            clientId?: string;
                            clientSecret?: string;
                            scope?: string | null;
                            audience?: string | null;
                            /**
                             * @description How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.
                             * @enum {string}
                             */
                            clientAuth?: "basic" | "body";
                            /**
                             * @description How the body of the token request is written: as a form (when left out), or as JSON.
                             * @enum {string}
                             */
                            requestFormat?: "form" | "json";
                            certificate?: string;
                            key?: string;
                            passphrase?: string;
                        };
                        /** @description What requests carry, and in which form. */
                        payload?: {
                            /** @description The format that its receiver speaks. */
                            dialect?: string;
                            /** @enum {string} */
                            contentType?: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                            /** @enum {string} */
                            accept?: "application/json" | "application/xml";
                            /**
                             * @description `status`: only what became of the envelope. `everything`: the content too.
                             * @enum {string}
                             */
                            data?: "status" | "everything";
                            /** @description Names of company fields, reported for each company of the event's business unit. */
                            extraFields?: string[];
                            /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                            fieldMapping?: (string | {
                                from: string;
                                to: string;
                            })[];
                            /** @enum {string} */
                            documents?: "link";
                            /** @description Options of the dialect, by name. */
                            options?: {
                                [key: string]: string;
                            };
                        };
                        /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                        alerts?: {
                            /**
                             * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                             * @enum {string}
                             */
                            rules?: "organization" | "own";
                            afterConsecutiveFailures?: number | null;
                            disableAfter?: string | null;
                            failureRate?: {
                                percent: number;
                                hours?: number;
                                attemptsMin?: number;
                            } | null;
                            emails?: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many deliveries wait for a webhook
         * @description What is pending, and what is held while it is disabled: what deleting it would cancel.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pending: {
                                count: number;
                                isEstimate: boolean;
                            };
                            held: {
                                count: number;
                                isEstimate: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a webhook
         * @description What was held becomes due at once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a webhook
         * @description New events do not go to it; what is pending is held, or skipped on request.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description `hold` (when left out): what waits is kept until the webhook is enabled again. `skip`: it is cancelled.
                         * @enum {string}
                         */
                        pending?: "hold" | "skip";
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description The new secret signs at once. Until the overlap ends, every request also carries signatures by the secrets before it, so that a receiver can change over without missing one. Also the way to another signing scheme. Of a secret that is given nothing is shown.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description How long the secrets before it go on signing; a day when left out. */
                        graceSeconds?: number;
                        /**
                         * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                         * @enum {string}
                         */
                        scheme?: "hmac" | "ed25519";
                        /** @description A secret that its receiver has already, for example the HMAC key of a vendor: `whsec_…` (the base64 of 24 to 64 bytes), or any other text of 8 to 200 printable ASCII characters. Made here when left out. */
                        secret?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            secret: string | null;
                            /** Format: date-time */
                            overlapEndsAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/end-overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the overlap of secrets
         * @description From now on only the present secret signs.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a webhook
         * @description Within its environment or to another one of its application. The copy has a secret of its own and is disabled; filters in `routing` replace those of the original. Credentials are not copied: give them in `auth`, or add them later.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        environment?: "DEVELOPMENT" | "TEST" | "STAGING" | "PRODUCTION";
                        /** @description Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took. */
                        routing?: {
                            requestFrom?: string[];
                            departments?: string[];
                            businessUnits?: string[];
                            templates?: string[];
                            triggers?: ("page" | "integration")[];
                            appIds?: string[];
                            /** @enum {string} */
                            receives?: "matching" | "unrouted";
                        };
                        /** @description How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                        auth?: {
                            /** @enum {string} */
                            type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                            username?: string;
                            password?: string;
                            name?: string;
                            value?: string;
                            token?: string;
                            tokenUrl?: string;
                            /** @enum {string} */
                            grant?: "client_credentials" | "password";
                            clientId?: string;
                            clientSecret?: string;
                            scope?: string | null;
                            audience?: string | null;
                            /**
                             * @description How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.
                             * @enum {string}
                             */
                            clientAuth?: "basic" | "body";
                            /**
                             * @description How the body of the token request is written: as a form (when left out), or as JSON.
                             * @enum {string}
                             */
                            requestFormat?: "form" | "json";
                            certificate?: string;
                            key?: string;
                            passphrase?: string;
                        };
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                            url: string;
                            /** @enum {string} */
                            status: "enabled" | "disabled";
                            disabledReason: ("manual" | "gone" | "plan" | "failing") | null;
                            disabledAt: string | null;
                            events: {
                                /** @enum {string} */
                                mode: "all" | "only";
                                types?: string[];
                                except?: string[];
                            };
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind: "notification" | "callout";
                            /** @enum {string} */
                            firing: "implicit" | "explicit";
                            routing: {
                                requestFrom: string[];
                                departments: string[];
                                businessUnits: string[];
                                templates: string[];
                                triggers: ("page" | "integration")[];
                                appIds: string[];
                                /** @enum {string} */
                                receives: "matching" | "unrouted";
                            };
                            delivery: {
                                timeoutSeconds: number;
                                verifyTls: boolean;
                                ca: string | null;
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecretSet?: boolean;
                                scope?: string | null;
                                audience?: string | null;
                                /** @enum {string} */
                                clientAuth?: "basic" | "body";
                                /** @enum {string} */
                                requestFormat?: "form" | "json";
                                subject?: string;
                                issuer?: string;
                                /** @description SHA-256 of the client certificate. */
                                fingerprint?: string;
                                /** Format: date-time */
                                notAfter?: string;
                                /**
                                 * @description `soon`: the client certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry?: "valid" | "soon" | "expired" | "not_yet_valid";
                                keySet?: boolean;
                            };
                            /** @description The certificates of `delivery.ca`, read. */
                            authorities: {
                                subject: string;
                                issuer: string;
                                /** @description SHA-256. */
                                fingerprint: string;
                                /** Format: date-time */
                                notAfter: string;
                                /**
                                 * @description `soon`: the certificate expires within 30 days.
                                 * @enum {string}
                                 */
                                expiry: "valid" | "soon" | "expired" | "not_yet_valid";
                            }[];
                            payload: {
                                /** @description The format that its receiver speaks. */
                                dialect: string;
                                /** @enum {string} */
                                contentType: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents: "link";
                                /** @description Options of the dialect, by name. */
                                options: {
                                    [key: string]: string;
                                };
                            };
                            alerts: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules: "organization" | "own";
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
                                failureRate: {
                                    percent: number;
                                    hours: number;
                                    attemptsMin: number;
                                } | null;
                                emails: string[];
                            };
                            signing: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme: "hmac" | "ed25519";
                                publicKey: string | null;
                                /** Format: date-time */
                                since: string;
                                overlapEndsAt: string | null;
                            };
                            /** @description What is not wrong and should be known: types that the webhook’s dialect cannot express. */
                            notices: {
                                /** @enum {string} */
                                code: "types_not_expressed" | "nothing_expressed";
                                /** @description The setting that it is about. */
                                path: string;
                                message: string;
                                types: string[];
                            }[];
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /**
                                 * @description `failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.
                                 * @enum {string}
                                 */
                                state: "healthy" | "failing" | "warned" | "disabled";
                                consecutiveFailures: number;
                                failingSince: string | null;
                                disableAt: string | null;
                                alertId: string | null;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
                                pausedUntil: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            secret: string | null;
                            /** @description What the original has and the copy lacks, since it is secret. */
                            notCopied: "auth"[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a webhook
         * @description Sends an example now, or a copy of a real event, with the header `signpost-test: true`, and answers all that came of it. With `eventId` and `content` an edited copy is sent, except in PRODUCTION. `settings` are tried without being saved. Tests are kept, and count for nothing in health.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A type of the event catalogue. When left out: `webhook.test`, or the first that the webhook wants. */
                        type?: string;
                        /** @description Sent instead of the content of the example, or of the event that is copied; the latter not in PRODUCTION. */
                        content?: unknown;
                        /** @description A copy of this event is sent instead of an example, under an id of its own. */
                        eventId?: string;
                        settings?: {
                            name?: string;
                            url?: string;
                            description?: string;
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind?: "notification" | "callout";
                            /** @enum {string} */
                            firing?: "implicit" | "explicit";
                            events?: {
                                /**
                                 * @description When it is left out: the mode that the webhook has, and for a new one the organization's policy `defaultEventsMode`.
                                 * @enum {string}
                                 */
                                mode?: "all" | "only";
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                types?: string[];
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                except?: string[];
                            };
                            /** @description Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took. */
                            routing?: {
                                requestFrom?: string[];
                                departments?: string[];
                                businessUnits?: string[];
                                templates?: string[];
                                triggers?: ("page" | "integration")[];
                                appIds?: string[];
                                /** @enum {string} */
                                receives?: "matching" | "unrouted";
                            };
                            delivery?: {
                                timeoutSeconds?: number;
                                verifyTls?: boolean;
                                ca?: string | null;
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success?: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecret?: string;
                                scope?: string | null;
                                audience?: string | null;
                                /**
                                 * @description How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.
                                 * @enum {string}
                                 */
                                clientAuth?: "basic" | "body";
                                /**
                                 * @description How the body of the token request is written: as a form (when left out), or as JSON.
                                 * @enum {string}
                                 */
                                requestFormat?: "form" | "json";
                                certificate?: string;
                                key?: string;
                                passphrase?: string;
                            };
                            /** @description What requests carry, and in which form. */
                            payload?: {
                                /** @description The format that its receiver speaks. */
                                dialect?: string;
                                /** @enum {string} */
                                contentType?: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept?: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data?: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields?: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping?: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents?: "link";
                                /** @description Options of the dialect, by name. */
                                options?: {
                                    [key: string]: string;
                                };
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules?: "organization" | "own";
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
                                failureRate?: {
                                    percent: number;
                                    hours?: number;
                                    attemptsMin?: number;
                                } | null;
                                emails?: string[];
                            };
                        };
                        /** @description Enables the webhook when the test succeeds. Not with `settings`. */
                        enableOnSuccess?: boolean;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            webhookId: string | null;
                            type: string;
                            copyOf: string | null;
                            /** @description Whether other content was sent than that of the event or example. */
                            isEdited: boolean;
                            /** @enum {string} */
                            outcome: "succeeded" | "failed";
                            /** @description For people: the outcome first, then why. */
                            summary: string;
                            status: number | null;
                            timing: {
                                /** @description Until there was an access token; left out where none was needed. */
                                tokenMs?: number;
                                dnsMs: number | null;
                                connectMs: number | null;
                                tlsMs: number | null;
                                firstByteMs: number | null;
                                totalMs: number;
                            };
                            request: {
                                /** @enum {string} */
                                method: "POST";
                                url: string;
                                /** @description Pairs of name and value, in the order of the wire. */
                                headers: string[][];
                                body: string;
                                /** @enum {string} */
                                bodyEncoding: "utf8" | "base64";
                            };
                            response: {
                                status: number;
                                /** @description Pairs of name and value, in the order of the wire. */
                                headers: string[][];
                                body: string;
                                /** @enum {string} */
                                bodyEncoding: "utf8" | "base64";
                                bodyTruncated: boolean;
                            } | null;
                            error: {
                                kind: string;
                                message: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Whether the test enabled the webhook. */
                            enabled?: boolean;
                            secret?: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a webhook before it is saved
         * @description Signed with the secret that is given, or else with one made for this test, which is in the answer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A type of the event catalogue. When left out: `webhook.test`, or the first that the webhook wants. */
                        type?: string;
                        /** @description Sent instead of the content of the example, or of the event that is copied; the latter not in PRODUCTION. */
                        content?: unknown;
                        /** @description A copy of this event is sent instead of an example, under an id of its own. */
                        eventId?: string;
                        settings: {
                            name: string;
                            url: string;
                            /** @enum {string} */
                            status?: "enabled" | "disabled";
                            signing?: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme?: "hmac" | "ed25519";
                                /** @description A secret that its receiver has already, for example the HMAC key of a vendor: `whsec_…` (the base64 of 24 to 64 bytes), or any other text of 8 to 200 printable ASCII characters. Made here when left out. */
                                secret?: string;
                            };
                            description?: string;
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind?: "notification" | "callout";
                            /** @enum {string} */
                            firing?: "implicit" | "explicit";
                            events?: {
                                /**
                                 * @description When it is left out: the mode that the webhook has, and for a new one the organization's policy `defaultEventsMode`.
                                 * @enum {string}
                                 */
                                mode?: "all" | "only";
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                types?: string[];
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                except?: string[];
                            };
                            /** @description Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took. */
                            routing?: {
                                requestFrom?: string[];
                                departments?: string[];
                                businessUnits?: string[];
                                templates?: string[];
                                triggers?: ("page" | "integration")[];
                                appIds?: string[];
                                /** @enum {string} */
                                receives?: "matching" | "unrouted";
                            };
                            delivery?: {
                                timeoutSeconds?: number;
                                verifyTls?: boolean;
                                ca?: string | null;
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success?: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecret?: string;
                                scope?: string | null;
                                audience?: string | null;
                                /**
                                 * @description How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.
                                 * @enum {string}
                                 */
                                clientAuth?: "basic" | "body";
                                /**
                                 * @description How the body of the token request is written: as a form (when left out), or as JSON.
                                 * @enum {string}
                                 */
                                requestFormat?: "form" | "json";
                                certificate?: string;
                                key?: string;
                                passphrase?: string;
                            };
                            /** @description What requests carry, and in which form. */
                            payload?: {
                                /** @description The format that its receiver speaks. */
                                dialect?: string;
                                /** @enum {string} */
                                contentType?: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept?: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data?: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields?: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping?: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents?: "link";
                                /** @description Options of the dialect, by name. */
                                options?: {
                                    [key: string]: string;
                                };
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules?: "organization" | "own";
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
                                failureRate?: {
                                    percent: number;
                                    hours?: number;
                                    attemptsMin?: number;
                                } | null;
                                emails?: string[];
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            webhookId: string | null;
                            type: string;
                            copyOf: string | null;
                            /** @description Whether other content was sent than that of the event or example. */
                            isEdited: boolean;
                            /** @enum {string} */
                            outcome: "succeeded" | "failed";
                            /** @description For people: the outcome first, then why. */
                            summary: string;
                            status: number | null;
                            timing: {
                                /** @description Until there was an access token; left out where none was needed. */
                                tokenMs?: number;
                                dnsMs: number | null;
                                connectMs: number | null;
                                tlsMs: number | null;
                                firstByteMs: number | null;
                                totalMs: number;
                            };
                            request: {
                                /** @enum {string} */
                                method: "POST";
                                url: string;
                                /** @description Pairs of name and value, in the order of the wire. */
                                headers: string[][];
                                body: string;
                                /** @enum {string} */
                                bodyEncoding: "utf8" | "base64";
                            };
                            response: {
                                status: number;
                                /** @description Pairs of name and value, in the order of the wire. */
                                headers: string[][];
                                body: string;
                                /** @enum {string} */
                                bodyEncoding: "utf8" | "base64";
                                bodyTruncated: boolean;
                            } | null;
                            error: {
                                kind: string;
                                message: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Whether the test enabled the webhook. */
                            enabled?: boolean;
                            secret?: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List test sends */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    webhookId?: string;
                    /** @description Those that are a copy of this event. */
                    eventId?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                webhookId: string | null;
                                type: string;
                                copyOf: string | null;
                                /** @description Whether other content was sent than that of the event or example. */
                                isEdited: boolean;
                                /** @enum {string} */
                                outcome: "succeeded" | "failed";
                                /** @description For people: the outcome first, then why. */
                                summary: string;
                                status: number | null;
                                timing: {
                                    /** @description Until there was an access token; left out where none was needed. */
                                    tokenMs?: number;
                                    dnsMs: number | null;
                                    connectMs: number | null;
                                    tlsMs: number | null;
                                    firstByteMs: number | null;
                                    totalMs: number;
                                };
                                request: {
                                    /** @enum {string} */
                                    method: "POST";
                                    url: string;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                    /** @enum {string} */
                                    bodyEncoding: "utf8" | "base64";
                                };
                                response: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                    /** @enum {string} */
                                    bodyEncoding: "utf8" | "base64";
                                    bodyTruncated: boolean;
                                } | null;
                                error: {
                                    kind: string;
                                    message: string;
                                } | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** @description Whether the test enabled the webhook. */
                                enabled?: boolean;
                                secret?: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/example": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a webhook gets
         * @description The request of an example event, the answers that count as success and as failure, and for an explicit webhook what tells it to fire.
         */
        get: {
            parameters: {
                query?: {
                    /** @description A type of the event catalogue. When left out: `webhook.test`, or the first that the webhook wants. */
                    type?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            request: {
                                /** @enum {string} */
                                method: "POST";
                                url: string;
                                /** @description Pairs of name and value, in the order of the wire. */
                                headers: string[][];
                                body: string;
                                /** @enum {string} */
                                bodyEncoding: "utf8" | "base64";
                            };
                            responses: {
                                success: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                } | null;
                                error: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                } | null;
                            };
                            integration: {
                                description: string;
                                snippet: {
                                    integrations: {
                                        uuid: string;
                                    }[];
                                };
                            } | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Preview what a webhook would get with other settings */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A type of the event catalogue. When left out: `webhook.test`, or the first that the webhook wants. */
                        type?: string;
                        settings?: {
                            name?: string;
                            url?: string;
                            description?: string;
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind?: "notification" | "callout";
                            /** @enum {string} */
                            firing?: "implicit" | "explicit";
                            events?: {
                                /**
                                 * @description When it is left out: the mode that the webhook has, and for a new one the organization's policy `defaultEventsMode`.
                                 * @enum {string}
                                 */
                                mode?: "all" | "only";
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                types?: string[];
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                except?: string[];
                            };
                            /** @description Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took. */
                            routing?: {
                                requestFrom?: string[];
                                departments?: string[];
                                businessUnits?: string[];
                                templates?: string[];
                                triggers?: ("page" | "integration")[];
                                appIds?: string[];
                                /** @enum {string} */
                                receives?: "matching" | "unrouted";
                            };
                            delivery?: {
                                timeoutSeconds?: number;
                                verifyTls?: boolean;
                                ca?: string | null;
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success?: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecret?: string;
                                scope?: string | null;
                                audience?: string | null;
                                /**
                                 * @description How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.
                                 * @enum {string}
                                 */
                                clientAuth?: "basic" | "body";
                                /**
                                 * @description How the body of the token request is written: as a form (when left out), or as JSON.
                                 * @enum {string}
                                 */
                                requestFormat?: "form" | "json";
                                certificate?: string;
                                key?: string;
                                passphrase?: string;
                            };
                            /** @description What requests carry, and in which form. */
                            payload?: {
                                /** @description The format that its receiver speaks. */
                                dialect?: string;
                                /** @enum {string} */
                                contentType?: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept?: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data?: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields?: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping?: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents?: "link";
                                /** @description Options of the dialect, by name. */
                                options?: {
                                    [key: string]: string;
                                };
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules?: "organization" | "own";
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
                                failureRate?: {
                                    percent: number;
                                    hours?: number;
                                    attemptsMin?: number;
                                } | null;
                                emails?: string[];
                            };
                        };
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            request: {
                                /** @enum {string} */
                                method: "POST";
                                url: string;
                                /** @description Pairs of name and value, in the order of the wire. */
                                headers: string[][];
                                body: string;
                                /** @enum {string} */
                                bodyEncoding: "utf8" | "base64";
                            };
                            responses: {
                                success: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                } | null;
                                error: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                } | null;
                            };
                            integration: {
                                description: string;
                                snippet: {
                                    integrations: {
                                        uuid: string;
                                    }[];
                                };
                            } | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/example": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview what a webhook would get before it is saved */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description A type of the event catalogue. When left out: `webhook.test`, or the first that the webhook wants. */
                        type?: string;
                        settings: {
                            name: string;
                            url: string;
                            /** @enum {string} */
                            status?: "enabled" | "disabled";
                            signing?: {
                                /**
                                 * @description `hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).
                                 * @enum {string}
                                 */
                                scheme?: "hmac" | "ed25519";
                                /** @description A secret that its receiver has already, for example the HMAC key of a vendor: `whsec_…` (the base64 of 24 to 64 bytes), or any other text of 8 to 200 printable ASCII characters. Made here when left out. */
                                secret?: string;
                            };
                            description?: string;
                            /**
                             * @description `callout`: called when an answer is needed at once; events do not go to it.
                             * @enum {string}
                             */
                            kind?: "notification" | "callout";
                            /** @enum {string} */
                            firing?: "implicit" | "explicit";
                            events?: {
                                /**
                                 * @description When it is left out: the mode that the webhook has, and for a new one the organization's policy `defaultEventsMode`.
                                 * @enum {string}
                                 */
                                mode?: "all" | "only";
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                types?: string[];
                                /** @description Event types, or all types of a topic: `signer.*`. */
                                except?: string[];
                            };
                            /** @description Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took. */
                            routing?: {
                                requestFrom?: string[];
                                departments?: string[];
                                businessUnits?: string[];
                                templates?: string[];
                                triggers?: ("page" | "integration")[];
                                appIds?: string[];
                                /** @enum {string} */
                                receives?: "matching" | "unrouted";
                            };
                            delivery?: {
                                timeoutSeconds?: number;
                                verifyTls?: boolean;
                                ca?: string | null;
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /** @description What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell. */
                                success?: ("2xx" | "200" | "dialect") | {
                                    /** @enum {string} */
                                    status: "2xx" | "200";
                                    body: {
                                        path: string;
                                        equals: string | number | boolean;
                                    };
                                };
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer" | "oauth2" | "mtls";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                                tokenUrl?: string;
                                /** @enum {string} */
                                grant?: "client_credentials" | "password";
                                clientId?: string;
                                clientSecret?: string;
                                scope?: string | null;
                                audience?: string | null;
                                /**
                                 * @description How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.
                                 * @enum {string}
                                 */
                                clientAuth?: "basic" | "body";
                                /**
                                 * @description How the body of the token request is written: as a form (when left out), or as JSON.
                                 * @enum {string}
                                 */
                                requestFormat?: "form" | "json";
                                certificate?: string;
                                key?: string;
                                passphrase?: string;
                            };
                            /** @description What requests carry, and in which form. */
                            payload?: {
                                /** @description The format that its receiver speaks. */
                                dialect?: string;
                                /** @enum {string} */
                                contentType?: "application/json" | "application/x-www-form-urlencoded" | "application/xml";
                                /** @enum {string} */
                                accept?: "application/json" | "application/xml";
                                /**
                                 * @description `status`: only what became of the envelope. `everything`: the content too.
                                 * @enum {string}
                                 */
                                data?: "status" | "everything";
                                /** @description Names of company fields, reported for each company of the event's business unit. */
                                extraFields?: string[];
                                /** @description Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`. */
                                fieldMapping?: (string | {
                                    from: string;
                                    to: string;
                                })[];
                                /** @enum {string} */
                                documents?: "link";
                                /** @description Options of the dialect, by name. */
                                options?: {
                                    [key: string]: string;
                                };
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                /**
                                 * @description `organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.
                                 * @enum {string}
                                 */
                                rules?: "organization" | "own";
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
                                failureRate?: {
                                    percent: number;
                                    hours?: number;
                                    attemptsMin?: number;
                                } | null;
                                emails?: string[];
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            request: {
                                /** @enum {string} */
                                method: "POST";
                                url: string;
                                /** @description Pairs of name and value, in the order of the wire. */
                                headers: string[][];
                                body: string;
                                /** @enum {string} */
                                bodyEncoding: "utf8" | "base64";
                            };
                            responses: {
                                success: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                } | null;
                                error: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                } | null;
                            };
                            integration: {
                                description: string;
                                snippet: {
                                    integrations: {
                                        uuid: string;
                                    }[];
                                };
                            } | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/inboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List test inboxes */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @description Give it to a webhook of the same environment, or post to it. */
                                url: string;
                                /** @description What it answers. */
                                answer: {
                                    status: number;
                                    /** @description Waited with the answer; longer than the time limit of a webhook, it lets that run out. */
                                    delaySeconds: number;
                                    body: string | null;
                                };
                                /** @description Those that send to it. */
                                webhooks: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                                /** @description That are kept. */
                                requests: number;
                                lastRequestAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a test inbox
         * @description An address of this server's own that takes what a webhook sends, shows it, and answers what it is told to. It keeps the last 100 requests for 3 days. Not in PRODUCTION.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        answer?: {
                            status?: number;
                            /** @description Waited with the answer; longer than the time limit of a webhook, it lets that run out. */
                            delaySeconds?: number;
                            body?: string | null;
                        };
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description Give it to a webhook of the same environment, or post to it. */
                            url: string;
                            /** @description What it answers. */
                            answer: {
                                status: number;
                                /** @description Waited with the answer; longer than the time limit of a webhook, it lets that run out. */
                                delaySeconds: number;
                                body: string | null;
                            };
                            /** @description Those that send to it. */
                            webhooks: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description That are kept. */
                            requests: number;
                            lastRequestAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/inboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a test inbox */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description Give it to a webhook of the same environment, or post to it. */
                            url: string;
                            /** @description What it answers. */
                            answer: {
                                status: number;
                                /** @description Waited with the answer; longer than the time limit of a webhook, it lets that run out. */
                                delaySeconds: number;
                                body: string | null;
                            };
                            /** @description Those that send to it. */
                            webhooks: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description That are kept. */
                            requests: number;
                            lastRequestAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a test inbox
         * @description With all that came to it. What webhooks send to it from then on fails.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Tell a test inbox what to answer, or name it
         * @description What is left out stays as it is.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        answer?: {
                            status?: number;
                            /** @description Waited with the answer; longer than the time limit of a webhook, it lets that run out. */
                            delaySeconds?: number;
                            body?: string | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description Give it to a webhook of the same environment, or post to it. */
                            url: string;
                            /** @description What it answers. */
                            answer: {
                                status: number;
                                /** @description Waited with the answer; longer than the time limit of a webhook, it lets that run out. */
                                delaySeconds: number;
                                body: string | null;
                            };
                            /** @description Those that send to it. */
                            webhooks: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description That are kept. */
                            requests: number;
                            lastRequestAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/inboxes/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what came to a test inbox
         * @description The newest first. With If-None-Match (the ETag of what was read) it answers 304 while nothing has changed.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                receivedAt: string;
                                webhookId: string | null;
                                method: string;
                                path: string;
                                eventId: string | null;
                                /** @description Whether it is marked as a test, and nothing of it happened. */
                                test: boolean;
                                /**
                                 * @description Whether it verifies by a live secret of the webhook, as Standard Webhooks say; `stale`: it does, but is older than five minutes; `unknown`: no webhook sends here.
                                 * @enum {string}
                                 */
                                signature: "verified" | "wrong" | "stale" | "unsigned" | "unknown";
                                bodyBytes: number;
                                bodyTruncated: boolean;
                                answeredStatus: number;
                                answeredAfterSeconds: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Empty a test inbox */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/inboxes/{id}/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a request that came to a test inbox
         * @description Its credentials are redacted.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            receivedAt: string;
                            webhookId: string | null;
                            method: string;
                            path: string;
                            eventId: string | null;
                            /** @description Whether it is marked as a test, and nothing of it happened. */
                            test: boolean;
                            /**
                             * @description Whether it verifies by a live secret of the webhook, as Standard Webhooks say; `stale`: it does, but is older than five minutes; `unknown`: no webhook sends here.
                             * @enum {string}
                             */
                            signature: "verified" | "wrong" | "stale" | "unsigned" | "unknown";
                            bodyBytes: number;
                            bodyTruncated: boolean;
                            answeredStatus: number;
                            answeredAfterSeconds: number;
                            /** @description Pairs of name and value, in the order of the wire. */
                            headers: string[][];
                            body: string;
                            /** @enum {string} */
                            bodyEncoding: "utf8" | "base64";
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/envelopes/{envelopeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an envelope */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    envelopeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            externalId: string | null;
                            title: string | null;
                            /** @description Told by its events; `registered` before the first. */
                            status: string;
                            statusSince: string | null;
                            requestFrom: string[];
                            department: string | null;
                            businessUnit: string | null;
                            company: string | null;
                            template: string | null;
                            trigger: string | null;
                            appId: string | null;
                            integrations: {
                                /** Format: uuid */
                                uuid: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        /**
         * Register an envelope
         * @description Its events inherit the routing facts. Registering again replaces what was registered.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    envelopeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        externalId?: string | null;
                        title?: string | null;
                        requestFrom?: string[];
                        department?: string | null;
                        businessUnit?: string | null;
                        company?: string | null;
                        template?: string | null;
                        trigger?: ("page" | "integration") | null;
                        appId?: string | null;
                        /** @description Webhooks that fire for this envelope because it says so. */
                        integrations?: {
                            /** Format: uuid */
                            uuid: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            externalId: string | null;
                            title: string | null;
                            /** @description Told by its events; `registered` before the first. */
                            status: string;
                            statusSince: string | null;
                            requestFrom: string[];
                            department: string | null;
                            businessUnit: string | null;
                            company: string | null;
                            template: string | null;
                            trigger: string | null;
                            appId: string | null;
                            integrations: {
                                /** Format: uuid */
                                uuid: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    type?: string;
                    envelopeId?: string;
                    webhookId?: string;
                    status?: "unmatched" | "pending" | "succeeded" | "failed" | "held" | "cancelled";
                    from?: string;
                    to?: string;
                    /** @description An id: of the event or of its envelope. */
                    q?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: string;
                                type: string;
                                /** @enum {string} */
                                severity: "info" | "warning" | "error";
                                /** Format: date-time */
                                occurredAt: string;
                                /** Format: date-time */
                                receivedAt: string;
                                envelope: {
                                    [key: string]: unknown;
                                } | null;
                                signer: {
                                    [key: string]: unknown;
                                } | null;
                                platform: {
                                    [key: string]: unknown;
                                } | null;
                                routing: {
                                    [key: string]: unknown;
                                };
                                sourceId: string | null;
                                deliveryCount: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Send one event, or an array of them
         * @description Answered after the commit. An array is stored whole or refused whole.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Chosen by the sender: the same event sent twice is stored once. */
                    "idempotency-key"?: string;
                };
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Chosen by the sender: the same event sent twice is stored once. */
                        id?: string;
                        /** @description A type of the event catalogue. */
                        type: string;
                        /** Format: date-time */
                        occurredAt?: string;
                        /** @enum {string} */
                        severity?: "info" | "warning" | "error";
                        envelopeId?: string;
                        envelope?: {
                            externalId?: string | null;
                            title?: string | null;
                        };
                        routing?: {
                            requestFrom?: string[];
                            department?: string | null;
                            businessUnit?: string | null;
                            company?: string | null;
                            template?: string | null;
                            trigger?: ("page" | "integration") | null;
                            appId?: string | null;
                        };
                        /** @description Any JSON value; delivered byte for byte. */
                        content: unknown;
                    } | {
                        /** @description Chosen by the sender: the same event sent twice is stored once. */
                        id?: string;
                        /** @description A type of the event catalogue. */
                        type: string;
                        /** Format: date-time */
                        occurredAt?: string;
                        /** @enum {string} */
                        severity?: "info" | "warning" | "error";
                        envelopeId?: string;
                        envelope?: {
                            externalId?: string | null;
                            title?: string | null;
                        };
                        routing?: {
                            requestFrom?: string[];
                            department?: string | null;
                            businessUnit?: string | null;
                            company?: string | null;
                            template?: string | null;
                            trigger?: ("page" | "integration") | null;
                            appId?: string | null;
                        };
                        /** @description Any JSON value; delivered byte for byte. */
                        content: unknown;
                    }[];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description How many webhooks the event goes to. */
                            deliveries: number;
                        } | {
                            data: {
                                id: string;
                                /** @description How many webhooks the event goes to. */
                                deliveries: number;
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an event with its deliveries */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            type: string;
                            /** @enum {string} */
                            severity: "info" | "warning" | "error";
                            /** Format: date-time */
                            occurredAt: string;
                            /** Format: date-time */
                            receivedAt: string;
                            envelope: {
                                [key: string]: unknown;
                            } | null;
                            signer: {
                                [key: string]: unknown;
                            } | null;
                            platform: {
                                [key: string]: unknown;
                            } | null;
                            routing: {
                                [key: string]: unknown;
                            };
                            sourceId: string | null;
                            deliveryCount: number;
                            content: unknown;
                            deliveries: {
                                /** Format: uuid */
                                id: string;
                                eventId: string;
                                /** Format: uuid */
                                webhookId: string;
                                type: string;
                                /** @enum {string} */
                                severity: "info" | "warning" | "error";
                                envelope: {
                                    id: string;
                                    externalId: string | null;
                                } | null;
                                /** @enum {string} */
                                status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                                attempts: number;
                                nextAttemptAt: string | null;
                                lastStatus: number | null;
                                /** @description Why the last attempt got no complete answer; `retention` where the delivery was cancelled because its event is older than history is kept. */
                                lastError: string | null;
                                lastDurationMs: number | null;
                                /** Format: date-time */
                                createdAt: string;
                                finishedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/events/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an event went to which webhooks
         * @description For every webhook, matched or not with every reason: as it was decided, and as it would be decided now.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                            decided: {
                                /** Format: date-time */
                                at: string;
                                webhooks: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    matched: boolean;
                                    reasons: {
                                        rule: string;
                                        message: string;
                                    }[];
                                }[];
                            } | null;
                            now: {
                                webhooks: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    matched: boolean;
                                    reasons: {
                                        rule: string;
                                        message: string;
                                    }[];
                                }[];
                            };
                            /** @description The webhooks that got it because somebody sent it to them, whatever was decided. */
                            byHand: {
                                /** Format: uuid */
                                webhookId: string;
                                webhookName: string;
                                /** Format: uuid */
                                deliveryId: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    /** @enum {string} */
                                    kind: "person" | "key" | "root";
                                    id: string | null;
                                    name: string | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/events/{id}/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Route an event again
         * @description Adds deliveries to the webhooks that would get the event now and have not got it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            webhooks: string[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/deliveries/tail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow deliveries live
         * @description Server-sent events, with the same filter as the list.
         *
         *     - `ready`: from now on nothing is missed.
         *     - `delivery`: one that came or changed, as in the list. The same one comes again with each change.
         *     - `left` `{"id"}`: it was told, and is not among what the filter finds any more.
         *     - `gap` `{"count"}`: so many changes are not told, because they came faster than they were taken; `null`: nobody knows how many.
         *     - `end` `{"reason"}`: `access`, the key or session may not go on; `stop`, this server stops.
         *
         *     With `Last-Event-ID` the deliveries that came since are told first, the newest 200 of them.
         */
        get: {
            parameters: {
                query?: {
                    webhookId?: string;
                    /** @description Chosen by the sender: the same event sent twice is stored once. */
                    eventId?: string;
                    envelopeId?: string;
                    status?: ("pending" | "succeeded" | "failed" | "held" | "cancelled")[];
                    /** @description Of those that are pending: `true` after a failed attempt, `false` before any. */
                    retrying?: boolean;
                    type?: string;
                    severity?: ("info" | "warning" | "error")[];
                    /** @description Of the last attempt. */
                    httpStatus?: string[];
                    /** @description Why the last attempt got no answer that counts. */
                    error?: ("auth" | "dns" | "blocked" | "connect" | "tls" | "timeout" | "reset" | "protocol" | "aborted" | "answer" | "retention")[];
                    minAttempts?: number;
                    /** @description Of its event, by name or id, as of the directory. */
                    department?: string;
                    /** @description A source system that its event names, by name or id. */
                    requestFrom?: string;
                    trigger?: "page" | "integration";
                    /** @description A value in the content of its event: `path=value`, for example `signer.email=maya@example.com` or `signers.0.order=1`. Numbers are compared as they were written. */
                    body?: string;
                    /** @description Sent again by this replay. */
                    replayId?: string;
                    /** @description A whole id: of the delivery, its event (ours or the sender’s), its webhook, its envelope (also the external id of a registered one). */
                    q?: string;
                    /** @description Created at or after. */
                    from?: string;
                    /** @description Created before. */
                    to?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events, until either side ends it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Newest first. Parameters that take several values are repeated.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    webhookId?: string;
                    /** @description Chosen by the sender: the same event sent twice is stored once. */
                    eventId?: string;
                    envelopeId?: string;
                    status?: ("pending" | "succeeded" | "failed" | "held" | "cancelled")[];
                    /** @description Of those that are pending: `true` after a failed attempt, `false` before any. */
                    retrying?: boolean;
                    type?: string;
                    severity?: ("info" | "warning" | "error")[];
                    /** @description Of the last attempt. */
                    httpStatus?: string[];
                    /** @description Why the last attempt got no answer that counts. */
                    error?: ("auth" | "dns" | "blocked" | "connect" | "tls" | "timeout" | "reset" | "protocol" | "aborted" | "answer" | "retention")[];
                    minAttempts?: number;
                    /** @description Of its event, by name or id, as of the directory. */
                    department?: string;
                    /** @description A source system that its event names, by name or id. */
                    requestFrom?: string;
                    trigger?: "page" | "integration";
                    /** @description A value in the content of its event: `path=value`, for example `signer.email=maya@example.com` or `signers.0.order=1`. Numbers are compared as they were written. */
                    body?: string;
                    /** @description Sent again by this replay. */
                    replayId?: string;
                    /** @description A whole id: of the delivery, its event (ours or the sender’s), its webhook, its envelope (also the external id of a registered one). */
                    q?: string;
                    /** @description Created at or after. */
                    from?: string;
                    /** @description Created before. */
                    to?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                eventId: string;
                                /** Format: uuid */
                                webhookId: string;
                                type: string;
                                /** @enum {string} */
                                severity: "info" | "warning" | "error";
                                envelope: {
                                    id: string;
                                    externalId: string | null;
                                } | null;
                                /** @enum {string} */
                                status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                                attempts: number;
                                nextAttemptAt: string | null;
                                lastStatus: number | null;
                                /** @description Why the last attempt got no complete answer; `retention` where the delivery was cancelled because its event is older than history is kept. */
                                lastError: string | null;
                                lastDurationMs: number | null;
                                /** Format: date-time */
                                createdAt: string;
                                finishedAt: string | null;
                            }[];
                            nextCursor: string | null;
                            /** @description Where a filter has no index of its own, an answer looks at a bounded part of history: the page may be short, even empty, though `nextCursor` leads on. This is how far back it looked; null where the page is full, or nothing is left. */
                            searchedTo: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/deliveries/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count deliveries by status
         * @description Of those that the list finds by the same filter.
         */
        get: {
            parameters: {
                query?: {
                    webhookId?: string;
                    /** @description Chosen by the sender: the same event sent twice is stored once. */
                    eventId?: string;
                    envelopeId?: string;
                    status?: ("pending" | "succeeded" | "failed" | "held" | "cancelled")[];
                    /** @description Of those that are pending: `true` after a failed attempt, `false` before any. */
                    retrying?: boolean;
                    type?: string;
                    severity?: ("info" | "warning" | "error")[];
                    /** @description Of the last attempt. */
                    httpStatus?: string[];
                    /** @description Why the last attempt got no answer that counts. */
                    error?: ("auth" | "dns" | "blocked" | "connect" | "tls" | "timeout" | "reset" | "protocol" | "aborted" | "answer" | "retention")[];
                    minAttempts?: number;
                    /** @description Of its event, by name or id, as of the directory. */
                    department?: string;
                    /** @description A source system that its event names, by name or id. */
                    requestFrom?: string;
                    trigger?: "page" | "integration";
                    /** @description A value in the content of its event: `path=value`, for example `signer.email=maya@example.com` or `signers.0.order=1`. Numbers are compared as they were written. */
                    body?: string;
                    /** @description Sent again by this replay. */
                    replayId?: string;
                    /** @description A whole id: of the delivery, its event (ours or the sender’s), its webhook, its envelope (also the external id of a registered one). */
                    q?: string;
                    /** @description Created at or after. */
                    from?: string;
                    /** @description Created before. */
                    to?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Exact up to 10,000 where that can be told soon, else about so many (`isEstimate`); about 0 are none in what was looked at. `pending` contains `retrying`. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            all: {
                                count: number;
                                isEstimate: boolean;
                            };
                            pending: {
                                count: number;
                                isEstimate: boolean;
                            };
                            retrying: {
                                count: number;
                                isEstimate: boolean;
                            };
                            held: {
                                count: number;
                                isEstimate: boolean;
                            };
                            succeeded: {
                                count: number;
                                isEstimate: boolean;
                            };
                            failed: {
                                count: number;
                                isEstimate: boolean;
                            };
                            cancelled: {
                                count: number;
                                isEstimate: boolean;
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a delivery with its attempts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            eventId: string;
                            /** Format: uuid */
                            webhookId: string;
                            type: string;
                            /** @enum {string} */
                            severity: "info" | "warning" | "error";
                            envelope: {
                                id: string;
                                externalId: string | null;
                            } | null;
                            /** @enum {string} */
                            status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                            attempts: number;
                            nextAttemptAt: string | null;
                            lastStatus: number | null;
                            /** @description Why the last attempt got no complete answer; `retention` where the delivery was cancelled because its event is older than history is kept. */
                            lastError: string | null;
                            lastDurationMs: number | null;
                            /** Format: date-time */
                            createdAt: string;
                            finishedAt: string | null;
                            /** @description Who sent the event to this webhook, and when; null where routing did. */
                            byHand: {
                                /** Format: date-time */
                                at: string;
                                by: {
                                    /** @enum {string} */
                                    kind: "person" | "key" | "root";
                                    id: string | null;
                                    name: string | null;
                                };
                            } | null;
                            attemptLog: {
                                number: number;
                                /** @enum {string} */
                                trigger: "auto" | "manual";
                                /** @enum {string} */
                                outcome: "succeeded" | "failed";
                                /** Format: date-time */
                                startedAt: string;
                                durationMs: number;
                                firstByteMs: number | null;
                                request: {
                                    /** @enum {string} */
                                    method: "POST";
                                    url: string;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                    /** @enum {string} */
                                    bodyEncoding: "utf8" | "base64";
                                };
                                response: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                    /** @enum {string} */
                                    bodyEncoding: "utf8" | "base64";
                                    bodyTruncated: boolean;
                                } | null;
                                error: {
                                    kind: string;
                                    message: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/deliveries/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a delivery
         * @description One that waits, or is held, is not sent any more. It can be resent.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            eventId: string;
                            /** Format: uuid */
                            webhookId: string;
                            type: string;
                            /** @enum {string} */
                            severity: "info" | "warning" | "error";
                            envelope: {
                                id: string;
                                externalId: string | null;
                            } | null;
                            /** @enum {string} */
                            status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                            attempts: number;
                            nextAttemptAt: string | null;
                            lastStatus: number | null;
                            /** @description Why the last attempt got no complete answer; `retention` where the delivery was cancelled because its event is older than history is kept. */
                            lastError: string | null;
                            lastDurationMs: number | null;
                            /** Format: date-time */
                            createdAt: string;
                            finishedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description One that waits for a retry is sent now; one that ended is sent again and then follows its schedule anew. With `webhookId` its event is sent to that webhook, whether its filters match or not, as a delivery of its own, which is answered; where that webhook has a delivery of the event already, that one is sent again. So a repeated request never makes a second one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Another webhook of the same environment that the event is sent to.
                         */
                        webhookId?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            eventId: string;
                            /** Format: uuid */
                            webhookId: string;
                            type: string;
                            /** @enum {string} */
                            severity: "info" | "warning" | "error";
                            envelope: {
                                id: string;
                                externalId: string | null;
                            } | null;
                            /** @enum {string} */
                            status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                            attempts: number;
                            nextAttemptAt: string | null;
                            lastStatus: number | null;
                            /** @description Why the last attempt got no complete answer; `retention` where the delivery was cancelled because its event is older than history is kept. */
                            lastError: string | null;
                            lastDurationMs: number | null;
                            /** Format: date-time */
                            createdAt: string;
                            finishedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/missed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much a webhook missed
         * @description Counts the events that the webhook would get by its present settings and has no delivery of, since it was disabled, did not exist, or filtered otherwise. It looks through the newest 1000 events of the time: where there are more, the count is the least that it can be. `POST …/recover` with the status `missed` sends them.
         */
        get: {
            parameters: {
                query?: {
                    /** @description When it was disabled, or where it is enabled when it was made, when left out. */
                    from?: string;
                    /** @description Now, when left out. */
                    to?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            count: number;
                            /** @description There are more events than were looked through. */
                            isAtLeast: boolean;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recover a webhook
         * @description Sends again what failed, was cancelled, succeeded or was missed in a range of time, as a job. What is held needs none: enabling the webhook releases it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /**
                         * Format: date-time
                         * @description Now, when left out.
                         */
                        to?: string;
                        /** @description `missed`: events that the webhook would get by its present settings and has no delivery of, since it was disabled, did not exist, or filtered otherwise. */
                        status: ("failed" | "cancelled" | "succeeded" | "missed") | ("failed" | "cancelled" | "succeeded" | "missed")[];
                        name?: string | null;
                        /** @description How many are sent in a second, at most. */
                        perSecond?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "recover" | "resend";
                            webhookId: string | null;
                            selection: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "running" | "paused" | "done" | "cancelled";
                            pausedBecause: ("person" | "webhook_disabled") | null;
                            perSecond: number;
                            /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                            total: number | null;
                            totalIsEstimate: boolean;
                            /** @description Queued to be sent again. */
                            done: number;
                            skipped: number;
                            /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                            skippedBecause: {
                                [key: string]: number;
                            };
                            /** @description From 0 to 1. */
                            progress: number;
                            createdBy: {
                                /** @enum {string} */
                                kind: "person" | "key" | "root";
                                id: string | null;
                                name: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/deliveries/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send deliveries again
         * @description A selection, or all that a filter finds, of any webhooks, as a job.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            /** @description Either `ids` or `filter`; without a status, also what succeeded and what waits. */
            requestBody: {
                content: {
                    "application/json": {
                        ids?: string[];
                        /** @description As in the list of deliveries; without `to`, those that exist now. */
                        filter?: {
                            /** Format: uuid */
                            webhookId?: string;
                            /** @description Chosen by the sender: the same event sent twice is stored once. */
                            eventId?: string;
                            envelopeId?: string;
                            status?: ("pending" | "succeeded" | "failed" | "held" | "cancelled")[];
                            /** @description Of those that are pending: `true` after a failed attempt, `false` before any. */
                            retrying?: boolean;
                            type?: string;
                            severity?: ("info" | "warning" | "error")[];
                            /** @description Of the last attempt. */
                            httpStatus?: string[];
                            /** @description Why the last attempt got no answer that counts. */
                            error?: ("auth" | "dns" | "blocked" | "connect" | "tls" | "timeout" | "reset" | "protocol" | "aborted" | "answer" | "retention")[];
                            minAttempts?: number;
                            /** @description Of its event, by name or id, as of the directory. */
                            department?: string;
                            /** @description A source system that its event names, by name or id. */
                            requestFrom?: string;
                            /** @enum {string} */
                            trigger?: "page" | "integration";
                            /** @description A value in the content of its event: `path=value`, for example `signer.email=maya@example.com` or `signers.0.order=1`. Numbers are compared as they were written. */
                            body?: string;
                            /**
                             * Format: uuid
                             * @description Sent again by this replay.
                             */
                            replayId?: string;
                            /** @description A whole id: of the delivery, its event (ours or the sender’s), its webhook, its envelope (also the external id of a registered one). */
                            q?: string;
                            /**
                             * Format: date-time
                             * @description Created at or after.
                             */
                            from?: string;
                            /**
                             * Format: date-time
                             * @description Created before.
                             */
                            to?: string;
                        };
                        name?: string | null;
                        /** @description How many are sent in a second, at most. */
                        perSecond?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "recover" | "resend";
                            webhookId: string | null;
                            selection: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "running" | "paused" | "done" | "cancelled";
                            pausedBecause: ("person" | "webhook_disabled") | null;
                            perSecond: number;
                            /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                            total: number | null;
                            totalIsEstimate: boolean;
                            /** @description Queued to be sent again. */
                            done: number;
                            skipped: number;
                            /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                            skippedBecause: {
                                [key: string]: number;
                            };
                            /** @description From 0 to 1. */
                            progress: number;
                            createdBy: {
                                /** @enum {string} */
                                kind: "person" | "key" | "root";
                                id: string | null;
                                name: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/replays/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a resend would send */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids?: string[];
                        /** @description As in the list of deliveries; without `to`, those that exist now. */
                        filter?: {
                            /** Format: uuid */
                            webhookId?: string;
                            /** @description Chosen by the sender: the same event sent twice is stored once. */
                            eventId?: string;
                            envelopeId?: string;
                            status?: ("pending" | "succeeded" | "failed" | "held" | "cancelled")[];
                            /** @description Of those that are pending: `true` after a failed attempt, `false` before any. */
                            retrying?: boolean;
                            type?: string;
                            severity?: ("info" | "warning" | "error")[];
                            /** @description Of the last attempt. */
                            httpStatus?: string[];
                            /** @description Why the last attempt got no answer that counts. */
                            error?: ("auth" | "dns" | "blocked" | "connect" | "tls" | "timeout" | "reset" | "protocol" | "aborted" | "answer" | "retention")[];
                            minAttempts?: number;
                            /** @description Of its event, by name or id, as of the directory. */
                            department?: string;
                            /** @description A source system that its event names, by name or id. */
                            requestFrom?: string;
                            /** @enum {string} */
                            trigger?: "page" | "integration";
                            /** @description A value in the content of its event: `path=value`, for example `signer.email=maya@example.com` or `signers.0.order=1`. Numbers are compared as they were written. */
                            body?: string;
                            /**
                             * Format: uuid
                             * @description Sent again by this replay.
                             */
                            replayId?: string;
                            /** @description A whole id: of the delivery, its event (ours or the sender’s), its webhook, its envelope (also the external id of a registered one). */
                            q?: string;
                            /**
                             * Format: date-time
                             * @description Created at or after.
                             */
                            from?: string;
                            /**
                             * Format: date-time
                             * @description Created before.
                             */
                            to?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: {
                                count: number;
                                isEstimate: boolean;
                            };
                            oldestAt: string | null;
                            newestAt: string | null;
                            /** @description The newest, at most five. */
                            samples: {
                                /** Format: uuid */
                                id: string;
                                eventId: string;
                                /** Format: uuid */
                                webhookId: string;
                                type: string;
                                /** @enum {string} */
                                severity: "info" | "warning" | "error";
                                envelope: {
                                    id: string;
                                    externalId: string | null;
                                } | null;
                                /** @enum {string} */
                                status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                                attempts: number;
                                nextAttemptAt: string | null;
                                lastStatus: number | null;
                                /** @description Why the last attempt got no complete answer; `retention` where the delivery was cancelled because its event is older than history is kept. */
                                lastError: string | null;
                                lastDurationMs: number | null;
                                /** Format: date-time */
                                createdAt: string;
                                finishedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List replays */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    state?: "running" | "paused" | "done" | "cancelled";
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                /** @enum {string} */
                                kind: "recover" | "resend";
                                webhookId: string | null;
                                selection: {
                                    [key: string]: unknown;
                                };
                                /** @enum {string} */
                                state: "running" | "paused" | "done" | "cancelled";
                                pausedBecause: ("person" | "webhook_disabled") | null;
                                perSecond: number;
                                /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                                total: number | null;
                                totalIsEstimate: boolean;
                                /** @description Queued to be sent again. */
                                done: number;
                                skipped: number;
                                /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                                skippedBecause: {
                                    [key: string]: number;
                                };
                                /** @description From 0 to 1. */
                                progress: number;
                                createdBy: {
                                    /** @enum {string} */
                                    kind: "person" | "key" | "root";
                                    id: string | null;
                                    name: string | null;
                                };
                                /** Format: date-time */
                                createdAt: string;
                                endedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a replay
         * @description What became of the deliveries tells the list of deliveries, by `replayId`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "recover" | "resend";
                            webhookId: string | null;
                            selection: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "running" | "paused" | "done" | "cancelled";
                            pausedBecause: ("person" | "webhook_disabled") | null;
                            perSecond: number;
                            /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                            total: number | null;
                            totalIsEstimate: boolean;
                            /** @description Queued to be sent again. */
                            done: number;
                            skipped: number;
                            /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                            skippedBecause: {
                                [key: string]: number;
                            };
                            /** @description From 0 to 1. */
                            progress: number;
                            createdBy: {
                                /** @enum {string} */
                                kind: "person" | "key" | "root";
                                id: string | null;
                                name: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the pace or the name of a replay */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string | null;
                        /** @description How many are sent in a second, at most. */
                        perSecond?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "recover" | "resend";
                            webhookId: string | null;
                            selection: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "running" | "paused" | "done" | "cancelled";
                            pausedBecause: ("person" | "webhook_disabled") | null;
                            perSecond: number;
                            /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                            total: number | null;
                            totalIsEstimate: boolean;
                            /** @description Queued to be sent again. */
                            done: number;
                            skipped: number;
                            /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                            skippedBecause: {
                                [key: string]: number;
                            };
                            /** @description From 0 to 1. */
                            progress: number;
                            createdBy: {
                                /** @enum {string} */
                                kind: "person" | "key" | "root";
                                id: string | null;
                                name: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/replays/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a replay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "recover" | "resend";
                            webhookId: string | null;
                            selection: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "running" | "paused" | "done" | "cancelled";
                            pausedBecause: ("person" | "webhook_disabled") | null;
                            perSecond: number;
                            /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                            total: number | null;
                            totalIsEstimate: boolean;
                            /** @description Queued to be sent again. */
                            done: number;
                            skipped: number;
                            /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                            skippedBecause: {
                                [key: string]: number;
                            };
                            /** @description From 0 to 1. */
                            progress: number;
                            createdBy: {
                                /** @enum {string} */
                                kind: "person" | "key" | "root";
                                id: string | null;
                                name: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/replays/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a paused replay go on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "recover" | "resend";
                            webhookId: string | null;
                            selection: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "running" | "paused" | "done" | "cancelled";
                            pausedBecause: ("person" | "webhook_disabled") | null;
                            perSecond: number;
                            /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                            total: number | null;
                            totalIsEstimate: boolean;
                            /** @description Queued to be sent again. */
                            done: number;
                            skipped: number;
                            /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                            skippedBecause: {
                                [key: string]: number;
                            };
                            /** @description From 0 to 1. */
                            progress: number;
                            createdBy: {
                                /** @enum {string} */
                                kind: "person" | "key" | "root";
                                id: string | null;
                                name: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/replays/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a replay: what it has not sent yet is not sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "recover" | "resend";
                            webhookId: string | null;
                            selection: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            state: "running" | "paused" | "done" | "cancelled";
                            pausedBecause: ("person" | "webhook_disabled") | null;
                            perSecond: number;
                            /** @description Null where it is only known at the end. Once it is done, what it was in fact. */
                            total: number | null;
                            totalIsEstimate: boolean;
                            /** @description Queued to be sent again. */
                            done: number;
                            skipped: number;
                            /** @description `in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`. */
                            skippedBecause: {
                                [key: string]: number;
                            };
                            /** @description From 0 to 1. */
                            progress: number;
                            createdBy: {
                                /** @enum {string} */
                                kind: "person" | "key" | "root";
                                id: string | null;
                                name: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts
         * @description One for each problem of a webhook, not for each delivery.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    state?: "open" | "acknowledged" | "muted" | "resolved";
                    webhookId?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                webhookId: string;
                                webhookName: string;
                                webhookDeleted: boolean;
                                /**
                                 * @description `failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410, and the webhook was disabled at once.
                                 * @enum {string}
                                 */
                                kind: "failing" | "failure_rate" | "gone";
                                /**
                                 * @description How far the problem has come. `warned`: the webhook will be disabled at `disableAt`.
                                 * @enum {string}
                                 */
                                stage: "failing" | "warned" | "disabled" | "recovered";
                                /**
                                 * @description What was done about it. `resolved` also by itself, when the problem is over.
                                 * @enum {string}
                                 */
                                state: "open" | "acknowledged" | "muted" | "resolved";
                                /** @enum {string} */
                                severity: "warning" | "error";
                                /** @description What is wrong, in words. */
                                problem: string;
                                /** @description What to look at first. */
                                advice: string;
                                /**
                                 * Format: date-time
                                 * @description When the first of the failures in a row happened; of a rate, since when it was counted.
                                 */
                                failingSince: string;
                                /**
                                 * Format: date-time
                                 * @description The same, of the first time that the alert is about.
                                 */
                                firstSeenAt: string;
                                /**
                                 * Format: date-time
                                 * @description When the last failure happened.
                                 */
                                lastSeenAt: string;
                                /** @description How many attempts failed: in a row, or of `attempts`. */
                                failedAttempts: number;
                                attempts: number | null;
                                /** @description How often the problem came: one that comes back within minutes goes on in its alert. */
                                occurrences: number;
                                lastFailure: {
                                    /** Format: uuid */
                                    deliveryId: string;
                                    attempt: number;
                                    /** Format: date-time */
                                    at: string;
                                    durationMs: number;
                                    status: number | null;
                                    body: string | null;
                                    error: {
                                        kind: string;
                                        message: string;
                                    } | null;
                                } | null;
                                warnedAt: string | null;
                                disableAt: string | null;
                                disabledAt: string | null;
                                recoveredAt: string | null;
                                recoveredBy: ("delivery" | "enabled" | "deleted") | null;
                                acknowledgedAt: string | null;
                                acknowledgedBy: {
                                    kind: string;
                                    id: string | null;
                                    name: string | null;
                                } | null;
                                mutedUntil: string | null;
                                resolvedAt: string | null;
                                resolvedBy: ("recovery" | "person") | null;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/alerts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the alerts that are not resolved */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: number;
                            acknowledged: number;
                            muted: number;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an alert with all it went through */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhookId: string;
                            webhookName: string;
                            webhookDeleted: boolean;
                            /**
                             * @description `failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410, and the webhook was disabled at once.
                             * @enum {string}
                             */
                            kind: "failing" | "failure_rate" | "gone";
                            /**
                             * @description How far the problem has come. `warned`: the webhook will be disabled at `disableAt`.
                             * @enum {string}
                             */
                            stage: "failing" | "warned" | "disabled" | "recovered";
                            /**
                             * @description What was done about it. `resolved` also by itself, when the problem is over.
                             * @enum {string}
                             */
                            state: "open" | "acknowledged" | "muted" | "resolved";
                            /** @enum {string} */
                            severity: "warning" | "error";
                            /** @description What is wrong, in words. */
                            problem: string;
                            /** @description What to look at first. */
                            advice: string;
                            /**
                             * Format: date-time
                             * @description When the first of the failures in a row happened; of a rate, since when it was counted.
                             */
                            failingSince: string;
                            /**
                             * Format: date-time
                             * @description The same, of the first time that the alert is about.
                             */
                            firstSeenAt: string;
                            /**
                             * Format: date-time
                             * @description When the last failure happened.
                             */
                            lastSeenAt: string;
                            /** @description How many attempts failed: in a row, or of `attempts`. */
                            failedAttempts: number;
                            attempts: number | null;
                            /** @description How often the problem came: one that comes back within minutes goes on in its alert. */
                            occurrences: number;
                            lastFailure: {
                                /** Format: uuid */
                                deliveryId: string;
                                attempt: number;
                                /** Format: date-time */
                                at: string;
                                durationMs: number;
                                status: number | null;
                                body: string | null;
                                error: {
                                    kind: string;
                                    message: string;
                                } | null;
                            } | null;
                            warnedAt: string | null;
                            disableAt: string | null;
                            disabledAt: string | null;
                            recoveredAt: string | null;
                            recoveredBy: ("delivery" | "enabled" | "deleted") | null;
                            acknowledgedAt: string | null;
                            acknowledgedBy: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            mutedUntil: string | null;
                            resolvedAt: string | null;
                            resolvedBy: ("recovery" | "person") | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Given up since then. Counted up to 10,000. */
                            failedDeliveries: number;
                            /** @description Waiting for a retry, or held. Counted up to 10,000. */
                            waitingDeliveries: number;
                            /** @description What it went through, the oldest first, and who was mailed about each step. */
                            steps: {
                                /** @enum {string} */
                                step: "failing" | "warned" | "disabled" | "reminded" | "recovered";
                                /** Format: date-time */
                                at: string;
                                mails: {
                                    to: string | null;
                                    sentAt: string | null;
                                    problem: string | null;
                                    givenUpAt: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an alert
         * @description Says that somebody sees to it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhookId: string;
                            webhookName: string;
                            webhookDeleted: boolean;
                            /**
                             * @description `failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410, and the webhook was disabled at once.
                             * @enum {string}
                             */
                            kind: "failing" | "failure_rate" | "gone";
                            /**
                             * @description How far the problem has come. `warned`: the webhook will be disabled at `disableAt`.
                             * @enum {string}
                             */
                            stage: "failing" | "warned" | "disabled" | "recovered";
                            /**
                             * @description What was done about it. `resolved` also by itself, when the problem is over.
                             * @enum {string}
                             */
                            state: "open" | "acknowledged" | "muted" | "resolved";
                            /** @enum {string} */
                            severity: "warning" | "error";
                            /** @description What is wrong, in words. */
                            problem: string;
                            /** @description What to look at first. */
                            advice: string;
                            /**
                             * Format: date-time
                             * @description When the first of the failures in a row happened; of a rate, since when it was counted.
                             */
                            failingSince: string;
                            /**
                             * Format: date-time
                             * @description The same, of the first time that the alert is about.
                             */
                            firstSeenAt: string;
                            /**
                             * Format: date-time
                             * @description When the last failure happened.
                             */
                            lastSeenAt: string;
                            /** @description How many attempts failed: in a row, or of `attempts`. */
                            failedAttempts: number;
                            attempts: number | null;
                            /** @description How often the problem came: one that comes back within minutes goes on in its alert. */
                            occurrences: number;
                            lastFailure: {
                                /** Format: uuid */
                                deliveryId: string;
                                attempt: number;
                                /** Format: date-time */
                                at: string;
                                durationMs: number;
                                status: number | null;
                                body: string | null;
                                error: {
                                    kind: string;
                                    message: string;
                                } | null;
                            } | null;
                            warnedAt: string | null;
                            disableAt: string | null;
                            disabledAt: string | null;
                            recoveredAt: string | null;
                            recoveredBy: ("delivery" | "enabled" | "deleted") | null;
                            acknowledgedAt: string | null;
                            acknowledgedBy: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            mutedUntil: string | null;
                            resolvedAt: string | null;
                            resolvedBy: ("recovery" | "person") | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Given up since then. Counted up to 10,000. */
                            failedDeliveries: number;
                            /** @description Waiting for a retry, or held. Counted up to 10,000. */
                            waitingDeliveries: number;
                            /** @description What it went through, the oldest first, and who was mailed about each step. */
                            steps: {
                                /** @enum {string} */
                                step: "failing" | "warned" | "disabled" | "reminded" | "recovered";
                                /** Format: date-time */
                                at: string;
                                mails: {
                                    to: string | null;
                                    sentAt: string | null;
                                    problem: string | null;
                                    givenUpAt: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/alerts/{id}/unmute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unmute an alert
         * @description Mails are sent again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhookId: string;
                            webhookName: string;
                            webhookDeleted: boolean;
                            /**
                             * @description `failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410, and the webhook was disabled at once.
                             * @enum {string}
                             */
                            kind: "failing" | "failure_rate" | "gone";
                            /**
                             * @description How far the problem has come. `warned`: the webhook will be disabled at `disableAt`.
                             * @enum {string}
                             */
                            stage: "failing" | "warned" | "disabled" | "recovered";
                            /**
                             * @description What was done about it. `resolved` also by itself, when the problem is over.
                             * @enum {string}
                             */
                            state: "open" | "acknowledged" | "muted" | "resolved";
                            /** @enum {string} */
                            severity: "warning" | "error";
                            /** @description What is wrong, in words. */
                            problem: string;
                            /** @description What to look at first. */
                            advice: string;
                            /**
                             * Format: date-time
                             * @description When the first of the failures in a row happened; of a rate, since when it was counted.
                             */
                            failingSince: string;
                            /**
                             * Format: date-time
                             * @description The same, of the first time that the alert is about.
                             */
                            firstSeenAt: string;
                            /**
                             * Format: date-time
                             * @description When the last failure happened.
                             */
                            lastSeenAt: string;
                            /** @description How many attempts failed: in a row, or of `attempts`. */
                            failedAttempts: number;
                            attempts: number | null;
                            /** @description How often the problem came: one that comes back within minutes goes on in its alert. */
                            occurrences: number;
                            lastFailure: {
                                /** Format: uuid */
                                deliveryId: string;
                                attempt: number;
                                /** Format: date-time */
                                at: string;
                                durationMs: number;
                                status: number | null;
                                body: string | null;
                                error: {
                                    kind: string;
                                    message: string;
                                } | null;
                            } | null;
                            warnedAt: string | null;
                            disableAt: string | null;
                            disabledAt: string | null;
                            recoveredAt: string | null;
                            recoveredBy: ("delivery" | "enabled" | "deleted") | null;
                            acknowledgedAt: string | null;
                            acknowledgedBy: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            mutedUntil: string | null;
                            resolvedAt: string | null;
                            resolvedBy: ("recovery" | "person") | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Given up since then. Counted up to 10,000. */
                            failedDeliveries: number;
                            /** @description Waiting for a retry, or held. Counted up to 10,000. */
                            waitingDeliveries: number;
                            /** @description What it went through, the oldest first, and who was mailed about each step. */
                            steps: {
                                /** @enum {string} */
                                step: "failing" | "warned" | "disabled" | "reminded" | "recovered";
                                /** Format: date-time */
                                at: string;
                                mails: {
                                    to: string | null;
                                    sentAt: string | null;
                                    problem: string | null;
                                    givenUpAt: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/alerts/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve an alert
         * @description It is opened again when the webhook is about to be disabled, and raised again when it fails anew. One that is resolved already stays as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhookId: string;
                            webhookName: string;
                            webhookDeleted: boolean;
                            /**
                             * @description `failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410, and the webhook was disabled at once.
                             * @enum {string}
                             */
                            kind: "failing" | "failure_rate" | "gone";
                            /**
                             * @description How far the problem has come. `warned`: the webhook will be disabled at `disableAt`.
                             * @enum {string}
                             */
                            stage: "failing" | "warned" | "disabled" | "recovered";
                            /**
                             * @description What was done about it. `resolved` also by itself, when the problem is over.
                             * @enum {string}
                             */
                            state: "open" | "acknowledged" | "muted" | "resolved";
                            /** @enum {string} */
                            severity: "warning" | "error";
                            /** @description What is wrong, in words. */
                            problem: string;
                            /** @description What to look at first. */
                            advice: string;
                            /**
                             * Format: date-time
                             * @description When the first of the failures in a row happened; of a rate, since when it was counted.
                             */
                            failingSince: string;
                            /**
                             * Format: date-time
                             * @description The same, of the first time that the alert is about.
                             */
                            firstSeenAt: string;
                            /**
                             * Format: date-time
                             * @description When the last failure happened.
                             */
                            lastSeenAt: string;
                            /** @description How many attempts failed: in a row, or of `attempts`. */
                            failedAttempts: number;
                            attempts: number | null;
                            /** @description How often the problem came: one that comes back within minutes goes on in its alert. */
                            occurrences: number;
                            lastFailure: {
                                /** Format: uuid */
                                deliveryId: string;
                                attempt: number;
                                /** Format: date-time */
                                at: string;
                                durationMs: number;
                                status: number | null;
                                body: string | null;
                                error: {
                                    kind: string;
                                    message: string;
                                } | null;
                            } | null;
                            warnedAt: string | null;
                            disableAt: string | null;
                            disabledAt: string | null;
                            recoveredAt: string | null;
                            recoveredBy: ("delivery" | "enabled" | "deleted") | null;
                            acknowledgedAt: string | null;
                            acknowledgedBy: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            mutedUntil: string | null;
                            resolvedAt: string | null;
                            resolvedBy: ("recovery" | "person") | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Given up since then. Counted up to 10,000. */
                            failedDeliveries: number;
                            /** @description Waiting for a retry, or held. Counted up to 10,000. */
                            waitingDeliveries: number;
                            /** @description What it went through, the oldest first, and who was mailed about each step. */
                            steps: {
                                /** @enum {string} */
                                step: "failing" | "warned" | "disabled" | "reminded" | "recovered";
                                /** Format: date-time */
                                at: string;
                                mails: {
                                    to: string | null;
                                    sentAt: string | null;
                                    problem: string | null;
                                    givenUpAt: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/alerts/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute an alert
         * @description Until then nobody is mailed about this problem of the webhook, also if it goes and comes back; people are reminded when the time is over. Events tell of it all the same.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Until when nobody is mailed about it.
                         */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            webhookId: string;
                            webhookName: string;
                            webhookDeleted: boolean;
                            /**
                             * @description `failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410, and the webhook was disabled at once.
                             * @enum {string}
                             */
                            kind: "failing" | "failure_rate" | "gone";
                            /**
                             * @description How far the problem has come. `warned`: the webhook will be disabled at `disableAt`.
                             * @enum {string}
                             */
                            stage: "failing" | "warned" | "disabled" | "recovered";
                            /**
                             * @description What was done about it. `resolved` also by itself, when the problem is over.
                             * @enum {string}
                             */
                            state: "open" | "acknowledged" | "muted" | "resolved";
                            /** @enum {string} */
                            severity: "warning" | "error";
                            /** @description What is wrong, in words. */
                            problem: string;
                            /** @description What to look at first. */
                            advice: string;
                            /**
                             * Format: date-time
                             * @description When the first of the failures in a row happened; of a rate, since when it was counted.
                             */
                            failingSince: string;
                            /**
                             * Format: date-time
                             * @description The same, of the first time that the alert is about.
                             */
                            firstSeenAt: string;
                            /**
                             * Format: date-time
                             * @description When the last failure happened.
                             */
                            lastSeenAt: string;
                            /** @description How many attempts failed: in a row, or of `attempts`. */
                            failedAttempts: number;
                            attempts: number | null;
                            /** @description How often the problem came: one that comes back within minutes goes on in its alert. */
                            occurrences: number;
                            lastFailure: {
                                /** Format: uuid */
                                deliveryId: string;
                                attempt: number;
                                /** Format: date-time */
                                at: string;
                                durationMs: number;
                                status: number | null;
                                body: string | null;
                                error: {
                                    kind: string;
                                    message: string;
                                } | null;
                            } | null;
                            warnedAt: string | null;
                            disableAt: string | null;
                            disabledAt: string | null;
                            recoveredAt: string | null;
                            recoveredBy: ("delivery" | "enabled" | "deleted") | null;
                            acknowledgedAt: string | null;
                            acknowledgedBy: {
                                kind: string;
                                id: string | null;
                                name: string | null;
                            } | null;
                            mutedUntil: string | null;
                            resolvedAt: string | null;
                            resolvedBy: ("recovery" | "person") | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Given up since then. Counted up to 10,000. */
                            failedDeliveries: number;
                            /** @description Waiting for a retry, or held. Counted up to 10,000. */
                            waitingDeliveries: number;
                            /** @description What it went through, the oldest first, and who was mailed about each step. */
                            steps: {
                                /** @enum {string} */
                                step: "failing" | "warned" | "disabled" | "reminded" | "recovered";
                                /** Format: date-time */
                                at: string;
                                mails: {
                                    to: string | null;
                                    sentAt: string | null;
                                    problem: string | null;
                                    givenUpAt: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/alert-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the alert rules of an organization
         * @description When people are told of failing webhooks, and who. Webhooks follow them until they have rules of their own.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            afterConsecutiveFailures: number | null;
                            disableAfter: string | null;
                            failureRate: {
                                percent: number;
                                hours: number;
                                attemptsMin: number;
                            } | null;
                            /** @description Whether the administrators and super administrators of the organization are mailed. */
                            administrators: boolean;
                            /** @description Mailed beside them about every webhook of the organization. */
                            emails: string[];
                            /** @description How many webhooks of the organization have rules of their own and do not follow these. */
                            webhooksWithOwnRules: number;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the alert rules of an organization
         * @description What is left out stays as it is. Webhooks that follow them do so at once; failures that go on are judged by the new rules.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        afterConsecutiveFailures?: number | null;
                        disableAfter?: string | null;
                        failureRate?: {
                            percent: number;
                            hours?: number;
                            attemptsMin?: number;
                        } | null;
                        /** @description Whether the administrators and super administrators of the organization are mailed. */
                        administrators?: boolean;
                        emails?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            afterConsecutiveFailures: number | null;
                            disableAfter: string | null;
                            failureRate: {
                                percent: number;
                                hours: number;
                                attemptsMin: number;
                            } | null;
                            /** @description Whether the administrators and super administrators of the organization are mailed. */
                            administrators: boolean;
                            /** @description Mailed beside them about every webhook of the organization. */
                            emails: string[];
                            /** @description How many webhooks of the organization have rules of their own and do not follow these. */
                            webhooksWithOwnRules: number;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations/{orgId}/alert-rules/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test alert
         * @description Mails everybody whom the rules name, or one address alone, and answers what the mail server answered. Addresses of single webhooks are not among them. A webhook that takes alerts as events is tested like any other: `POST …/webhooks/{id}/test` with the type `webhook.failing`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    orgId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description This address alone, whether it is among the recipients or not. */
                        to?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How many a real alert would be mailed to; of more than 20 the first were tried. */
                            recipients: number;
                            /** @description One for each address; none where the rules name nobody. */
                            data: {
                                to: string;
                                /** @description Whether the mail server took the mail. */
                                sent: boolean;
                                /** @description What the mail server answered, or why there was no answer. */
                                answer: string;
                                durationMs: number;
                            }[];
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of all webhooks together
         * @description Up to date but for a few seconds. Hours are kept for three months, days as long as the database. With `groupBy=type` also type by type. Deleted webhooks count as long as they were there. With `groupBy=webhook` also webhook by webhook: those with the most attempts, and what the others amount to.
         */
        get: {
            parameters: {
                query?: {
                    bucket?: "hour" | "day";
                    /** @description Default: 24 hours or 30 days before `to`. */
                    from?: string;
                    /** @description Default: now. */
                    to?: string;
                    /** @description Of events of this type, or of a whole topic: `signer.signed`, `signer.*`. */
                    type?: string;
                    /** @description `webhook` tells `groups` too, `type` tells `types` too */
                    groupBy?: "webhook" | "type";
                    /** @description Which of them come first: those with the most attempts, or with the most that failed. */
                    sort?: "attempts" | "failed";
                    /** @description So many of them, at most. */
                    limit?: number;
                    /** @description Groups of these webhooks only, also where nothing was sent. May be repeated. */
                    webhookId?: string[];
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            bucket: "hour" | "day";
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            total: {
                                attempts: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description Deliveries that ended. One that is sent again after its end ends again. */
                                deliveries: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description How long attempts took; percentiles as far as classes tell. Null where there were none. */
                                latencyMs: {
                                    mean: number | null;
                                    p50: number | null;
                                    p95: number | null;
                                    p99: number | null;
                                };
                                /** @description Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`. */
                                failures: {
                                    [key: string]: number;
                                };
                            };
                            /** @description Every hour or day (of UTC) of the range, the oldest first. Attempts count where they began. */
                            data: {
                                /** Format: date-time */
                                from: string;
                                attempts: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description Deliveries that ended. One that is sent again after its end ends again. */
                                deliveries: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description How long attempts took; percentiles as far as classes tell. Null where there were none. */
                                latencyMs: {
                                    mean: number | null;
                                    p50: number | null;
                                    p95: number | null;
                                    p99: number | null;
                                };
                                /** @description Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`. */
                                failures: {
                                    [key: string]: number;
                                };
                            }[];
                            /** @description Type by type, of those with any attempts; only with `groupBy=type`. */
                            types?: {
                                type: string;
                                total: {
                                    attempts: {
                                        succeeded: number;
                                        failed: number;
                                    };
                                    /** @description Deliveries that ended. One that is sent again after its end ends again. */
                                    deliveries: {
                                        succeeded: number;
                                        failed: number;
                                    };
                                    /** @description How long attempts took; percentiles as far as classes tell. Null where there were none. */
                                    latencyMs: {
                                        mean: number | null;
                                        p50: number | null;
                                        p95: number | null;
                                        p99: number | null;
                                    };
                                    /** @description Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`. */
                                    failures: {
                                        [key: string]: number;
                                    };
                                };
                                attempts: {
                                    /** @description One for each hour or day, in the order of `data`. */
                                    succeeded: number[];
                                    /** @description One for each hour or day, in the order of `data`. */
                                    failed: number[];
                                };
                            }[];
                            /** @description Only where types are asked for: attempts before this were not counted by type. Null: all of the range are. */
                            typesCountedSince?: string | null;
                            /** @description What waits for all webhooks now; only with `groupBy=webhook`. */
                            waiting?: {
                                pending: number;
                                /** @description Of those that are pending: after a failed attempt. */
                                retrying: number;
                                held: number;
                                /** @description More wait than were counted. */
                                isAtLeast: boolean;
                                oldestAt: string | null;
                            };
                            /** @description Webhook by webhook, of those that exist; only with `groupBy=webhook`. */
                            groups?: {
                                /** Format: uuid */
                                webhookId: string;
                                name: string;
                                total: {
                                    attempts: {
                                        succeeded: number;
                                        failed: number;
                                    };
                                    /** @description Deliveries that ended. One that is sent again after its end ends again. */
                                    deliveries: {
                                        succeeded: number;
                                        failed: number;
                                    };
                                    /** @description How long attempts took; percentiles as far as classes tell. Null where there were none. */
                                    latencyMs: {
                                        mean: number | null;
                                        p50: number | null;
                                        p95: number | null;
                                        p99: number | null;
                                    };
                                    /** @description Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`. */
                                    failures: {
                                        [key: string]: number;
                                    };
                                };
                                attempts: {
                                    /** @description One for each hour or day, in the order of `data`. */
                                    succeeded: number[];
                                    /** @description One for each hour or day, in the order of `data`. */
                                    failed: number[];
                                };
                                /** @description What waits for it now, of whatever type; not what is being sent. */
                                waiting: {
                                    pending: number;
                                    /** @description Of those that are pending: after a failed attempt. */
                                    retrying: number;
                                    held: number;
                                    /** @description More wait than were counted. */
                                    isAtLeast: boolean;
                                    oldestAt: string | null;
                                };
                            }[];
                            /** @description The webhooks that are not among the groups, together, or what none of `types` has; only with `groupBy`. */
                            rest?: {
                                webhooks?: number;
                                types?: number;
                                attempts: {
                                    succeeded: number;
                                    failed: number;
                                };
                                deliveries: {
                                    succeeded: number;
                                    failed: number;
                                };
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/webhooks/{id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of a webhook
         * @description Up to date but for a few seconds. Hours are kept for three months, days as long as the database. With `groupBy=type` also type by type.
         */
        get: {
            parameters: {
                query?: {
                    bucket?: "hour" | "day";
                    /** @description Default: 24 hours or 30 days before `to`. */
                    from?: string;
                    /** @description Default: now. */
                    to?: string;
                    /** @description Of events of this type, or of a whole topic: `signer.signed`, `signer.*`. */
                    type?: string;
                    /** @description `type` tells `types` too */
                    groupBy?: "type";
                    /** @description Which of them come first: those with the most attempts, or with the most that failed. */
                    sort?: "attempts" | "failed";
                    /** @description So many of them, at most. */
                    limit?: number;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            bucket: "hour" | "day";
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            total: {
                                attempts: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description Deliveries that ended. One that is sent again after its end ends again. */
                                deliveries: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description How long attempts took; percentiles as far as classes tell. Null where there were none. */
                                latencyMs: {
                                    mean: number | null;
                                    p50: number | null;
                                    p95: number | null;
                                    p99: number | null;
                                };
                                /** @description Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`. */
                                failures: {
                                    [key: string]: number;
                                };
                            };
                            /** @description Every hour or day (of UTC) of the range, the oldest first. Attempts count where they began. */
                            data: {
                                /** Format: date-time */
                                from: string;
                                attempts: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description Deliveries that ended. One that is sent again after its end ends again. */
                                deliveries: {
                                    succeeded: number;
                                    failed: number;
                                };
                                /** @description How long attempts took; percentiles as far as classes tell. Null where there were none. */
                                latencyMs: {
                                    mean: number | null;
                                    p50: number | null;
                                    p95: number | null;
                                    p99: number | null;
                                };
                                /** @description Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`. */
                                failures: {
                                    [key: string]: number;
                                };
                            }[];
                            /** @description Type by type, of those with any attempts; only with `groupBy=type`. */
                            types?: {
                                type: string;
                                total: {
                                    attempts: {
                                        succeeded: number;
                                        failed: number;
                                    };
                                    /** @description Deliveries that ended. One that is sent again after its end ends again. */
                                    deliveries: {
                                        succeeded: number;
                                        failed: number;
                                    };
                                    /** @description How long attempts took; percentiles as far as classes tell. Null where there were none. */
                                    latencyMs: {
                                        mean: number | null;
                                        p50: number | null;
                                        p95: number | null;
                                        p99: number | null;
                                    };
                                    /** @description Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`. */
                                    failures: {
                                        [key: string]: number;
                                    };
                                };
                                attempts: {
                                    /** @description One for each hour or day, in the order of `data`. */
                                    succeeded: number[];
                                    /** @description One for each hour or day, in the order of `data`. */
                                    failed: number[];
                                };
                            }[];
                            /** @description Only where types are asked for: attempts before this were not counted by type. Null: all of the range are. */
                            typesCountedSince?: string | null;
                            /** @description What none of `types` has, also what was not counted by type; only with `groupBy`. */
                            rest?: {
                                types: number;
                                attempts: {
                                    succeeded: number;
                                    failed: number;
                                };
                                deliveries: {
                                    succeeded: number;
                                    failed: number;
                                };
                            };
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/source-platforms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All platforms that there can be sources of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description What a source names. */
                                platform: string;
                                title: string;
                                /**
                                 * @description Whether a source of it has a secret that it shares with the platform.
                                 * @enum {string}
                                 */
                                secret: "required" | "optional" | "none";
                                /** @description Whether the proof of this platform covers the body, not only the sender. */
                                protectsBody: boolean;
                                /** @description How to set it up on the platform, step by step. */
                                guide: string[];
                            }[];
                            /** @description There never is another page. */
                            nextCursor: null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sources */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: uuid */
                                id: string;
                                platform: string;
                                name: string;
                                hasSecret: boolean;
                                /** @description Whether the proof of this platform covers the body, not only the sender. */
                                protectsBody: boolean;
                                lastEventAt: string | null;
                                lastRefusedAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a source */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        platform: string;
                        name: string;
                        secret?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            platform: string;
                            name: string;
                            hasSecret: boolean;
                            /** @description Whether the proof of this platform covers the body, not only the sender. */
                            protectsBody: boolean;
                            lastEventAt: string | null;
                            lastRefusedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description Where the platform posts to. Shown this once. */
                            url: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a source */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            platform: string;
                            name: string;
                            hasSecret: boolean;
                            /** @description Whether the proof of this platform covers the body, not only the sender. */
                            protectsBody: boolean;
                            lastEventAt: string | null;
                            lastRefusedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a source */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a source */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        secret?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            platform: string;
                            name: string;
                            hasSecret: boolean;
                            /** @description Whether the proof of this platform covers the body, not only the sender. */
                            protectsBody: boolean;
                            lastEventAt: string | null;
                            lastRefusedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/applications/{appId}/envs/{env}/sources/{id}/rotate-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a source a new inbound URL
         * @description The old URL stops working at once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appId: string;
                    env: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            platform: string;
                            name: string;
                            hasSecret: boolean;
                            /** @description Whether the proof of this platform covers the body, not only the sender. */
                            protectsBody: boolean;
                            lastEventAt: string | null;
                            lastRefusedAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description Where the platform posts to. Shown this once. */
                            url: string;
                        };
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alive */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready for work */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Open to callers on the same machine that come without a proxy; from elsewhere with the root key.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Text format 0.0.4. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description What happened, and what to do about it. */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            error: {
                                code: string;
                                message: string;
                                details: {
                                    [key: string]: unknown;
                                };
                                requestId: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
