// Made from openapi.json by `npm run generate`.
export interface paths {
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
        /** Create an organization */
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
        /** Change an organization */
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
                                disabledReason: ("manual" | "gone") | null;
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
                                    headers: {
                                        [key: string]: string;
                                    };
                                    retrySchedule: string[];
                                    /**
                                     * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                     * @enum {string}
                                     */
                                    ordering: "none" | "per-envelope";
                                    maxPerSecond: number | null;
                                    maxConcurrent: number | null;
                                };
                                auth: {
                                    /** @enum {string} */
                                    type: "none" | "basic" | "custom" | "bearer";
                                    username?: string;
                                    passwordSet?: boolean;
                                    name?: string;
                                    valueSet?: boolean;
                                    tokenSet?: boolean;
                                };
                                alerts: {
                                    afterConsecutiveFailures: number | null;
                                    disableAfter: string | null;
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
                                /** @description Grows with every change; also the ETag. */
                                revision: number;
                                health: {
                                    /** @enum {string} */
                                    state: "healthy" | "failing";
                                    consecutiveFailures: number;
                                    lastSuccessAt: string | null;
                                    lastFailureAt: string | null;
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
                            /** @enum {string} */
                            mode: "all" | "only";
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
                            headers?: {
                                [key: string]: string;
                            };
                            retrySchedule?: string[];
                            /**
                             * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                             * @enum {string}
                             */
                            ordering?: "none" | "per-envelope";
                            maxPerSecond?: number | null;
                            maxConcurrent?: number | null;
                        };
                        /** @description How requests identify themselves beside their signature: `none`, `basic` {username, password}, `custom` {name, value}: a header, `bearer` {token}. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                        auth?: {
                            /** @enum {string} */
                            type: "none" | "basic" | "custom" | "bearer";
                            username?: string;
                            password?: string;
                            name?: string;
                            value?: string;
                            token?: string;
                        };
                        /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                        alerts?: {
                            afterConsecutiveFailures?: number | null;
                            disableAfter?: string | null;
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
         * @description What is pending is cancelled; history stays.
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
         * @description What is left out stays as it is. With If-Match (the ETag of what was read) a change that somebody else made in between is not overwritten.
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
                            /** @enum {string} */
                            mode: "all" | "only";
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
                            headers?: {
                                [key: string]: string;
                            };
                            retrySchedule?: string[];
                            /**
                             * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                             * @enum {string}
                             */
                            ordering?: "none" | "per-envelope";
                            maxPerSecond?: number | null;
                            maxConcurrent?: number | null;
                        };
                        /** @description How requests identify themselves beside their signature: `none`, `basic` {username, password}, `custom` {name, value}: a header, `bearer` {token}. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                        auth?: {
                            /** @enum {string} */
                            type: "none" | "basic" | "custom" | "bearer";
                            username?: string;
                            password?: string;
                            name?: string;
                            value?: string;
                            token?: string;
                        };
                        /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                        alerts?: {
                            afterConsecutiveFailures?: number | null;
                            disableAfter?: string | null;
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
         * @description The new secret signs at once. Until the overlap ends, every request also carries signatures by the secrets before it, so that a receiver can change over without missing one. Also the way to another signing scheme.
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
         * @description Within its environment or to another one of its application. The copy has a secret of its own and is disabled. Credentials are not copied: give them in `auth`, or add them later.
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
                        /** @description How requests identify themselves beside their signature: `none`, `basic` {username, password}, `custom` {name, value}: a header, `bearer` {token}. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                        auth?: {
                            /** @enum {string} */
                            type: "none" | "basic" | "custom" | "bearer";
                            username?: string;
                            password?: string;
                            name?: string;
                            value?: string;
                            token?: string;
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
                            disabledReason: ("manual" | "gone") | null;
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
                                headers: {
                                    [key: string]: string;
                                };
                                retrySchedule: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering: "none" | "per-envelope";
                                maxPerSecond: number | null;
                                maxConcurrent: number | null;
                            };
                            auth: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                passwordSet?: boolean;
                                name?: string;
                                valueSet?: boolean;
                                tokenSet?: boolean;
                            };
                            alerts: {
                                afterConsecutiveFailures: number | null;
                                disableAfter: string | null;
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
                            /** @description Grows with every change; also the ETag. */
                            revision: number;
                            health: {
                                /** @enum {string} */
                                state: "healthy" | "failing";
                                consecutiveFailures: number;
                                lastSuccessAt: string | null;
                                lastFailureAt: string | null;
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
         * @description Sends an example now, with the header `signpost-test: true`, and answers all that came of it. `settings` are tried without being saved. Tests are kept, and count for nothing in health.
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
                        /** @description Sent instead of the content of the example. */
                        content?: unknown;
                        /** @description A copy of this event is sent instead of an example. */
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
                                /** @enum {string} */
                                mode: "all" | "only";
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
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`, `basic` {username, password}, `custom` {name, value}: a header, `bearer` {token}. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
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
                            /** @enum {string} */
                            outcome: "succeeded" | "failed";
                            /** @description For people: the outcome first, then why. */
                            summary: string;
                            status: number | null;
                            timing: {
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
                            /** @description What signed a test of unsaved settings, so that its receiver can verify it. */
                            secret?: string;
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
         * @description Signed with a secret made for this test, which is in the answer.
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
                        /** @description Sent instead of the content of the example. */
                        content?: unknown;
                        /** @description A copy of this event is sent instead of an example. */
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
                                /** @enum {string} */
                                mode: "all" | "only";
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
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`, `basic` {username, password}, `custom` {name, value}: a header, `bearer` {token}. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
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
                            /** @enum {string} */
                            outcome: "succeeded" | "failed";
                            /** @description For people: the outcome first, then why. */
                            summary: string;
                            status: number | null;
                            timing: {
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
                            /** @description What signed a test of unsaved settings, so that its receiver can verify it. */
                            secret?: string;
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
                                /** @enum {string} */
                                outcome: "succeeded" | "failed";
                                /** @description For people: the outcome first, then why. */
                                summary: string;
                                status: number | null;
                                timing: {
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
                                /** @description What signed a test of unsaved settings, so that its receiver can verify it. */
                                secret?: string;
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
                                };
                                error: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                };
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
                                /** @enum {string} */
                                mode: "all" | "only";
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
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`, `basic` {username, password}, `custom` {name, value}: a header, `bearer` {token}. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
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
                                };
                                error: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                };
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
                                /** @enum {string} */
                                mode: "all" | "only";
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
                                headers?: {
                                    [key: string]: string;
                                };
                                retrySchedule?: string[];
                                /**
                                 * @description `per-envelope`: the deliveries of one envelope go out in order, one at a time.
                                 * @enum {string}
                                 */
                                ordering?: "none" | "per-envelope";
                                maxPerSecond?: number | null;
                                maxConcurrent?: number | null;
                            };
                            /** @description How requests identify themselves beside their signature: `none`, `basic` {username, password}, `custom` {name, value}: a header, `bearer` {token}. Secrets go in and never come out; one that is left out stays as it is while the type stays the same. */
                            auth?: {
                                /** @enum {string} */
                                type: "none" | "basic" | "custom" | "bearer";
                                username?: string;
                                password?: string;
                                name?: string;
                                value?: string;
                                token?: string;
                            };
                            /** @description When somebody is told that deliveries fail, and when the webhook is disabled. null: never. */
                            alerts?: {
                                afterConsecutiveFailures?: number | null;
                                disableAfter?: string | null;
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
                                };
                                error: {
                                    status: number;
                                    /** @description Pairs of name and value, in the order of the wire. */
                                    headers: string[][];
                                    body: string;
                                };
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
                                status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                                attempts: number;
                                nextAttemptAt: string | null;
                                lastStatus: number | null;
                                lastError: string | null;
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
    "/api/v1/applications/{appId}/envs/{env}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deliveries */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    webhookId?: string;
                    /** @description Chosen by the sender: the same event sent twice is stored once. */
                    eventId?: string;
                    status?: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                    type?: string;
                    from?: string;
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
                                status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                                attempts: number;
                                nextAttemptAt: string | null;
                                lastStatus: number | null;
                                lastError: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                finishedAt: string | null;
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
                            status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                            attempts: number;
                            nextAttemptAt: string | null;
                            lastStatus: number | null;
                            lastError: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            finishedAt: string | null;
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
         * @description One that waits for a retry is sent now; one that ended is sent again and then follows its schedule anew.
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
                            /** Format: uuid */
                            id: string;
                            eventId: string;
                            /** Format: uuid */
                            webhookId: string;
                            type: string;
                            /** @enum {string} */
                            status: "pending" | "succeeded" | "failed" | "held" | "cancelled";
                            attempts: number;
                            nextAttemptAt: string | null;
                            lastStatus: number | null;
                            lastError: string | null;
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
